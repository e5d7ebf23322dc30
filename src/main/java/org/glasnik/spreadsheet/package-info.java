/** Reading tables of any origin: CSV of any encoding and delimiter, XLSX, JSON; the hostile ones are refused in words. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.glasnik.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
