package org.glasnik.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void aNameDeceivesNobody() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("report.pdf", "report.pdf");
        names.put("Звіт за березень.PDF", "Звіт за березень.pdf");
        names.put("C:\\Users\\o\\звіт.pdf", "звіт.pdf");
        names.put("../../etc/passwd", "passwd.pdf");
        names.put("..", "file.pdf");
        names.put(".htaccess", "htaccess.pdf");
        names.put("evil\u202Efdp.exe", "evilfdp.exe.pdf");
        names.put("a\0b\nc.pdf", "abc.pdf");
        names.put("a\"b'c;d.pdf", "ab'c;d.pdf");
        names.put("a<script>.pdf", "ascript.pdf");
        names.put("page.html", "page.html.pdf");
        names.put("CON.pdf", "_CON.pdf");
        names.put("nul", "_nul.pdf");
        names.put("a\u200Bb\uFEFF.pdf", "ab.pdf");
        names.put("%00.pdf", "%00.pdf");
        names.put("   ", "file.pdf");
        names.forEach((given, clean) ->
                assertThat(FileName.clean(given, FileType.PDF)).as(given).isEqualTo(clean));
    }

    @Test
    void aNameIsNotEndless() {
        assertThat(FileName.clean("ж".repeat(5000) + ".pdf", FileType.PDF)).isEqualTo("ж".repeat(120) + ".pdf");
    }

    /** Whatever a cleaned name holds, the header is one line, in ASCII, with two values. */
    @Test
    void aNameCannotBreakOutOfItsHeader() {
        for (String name :
                List.of("a\"; filename=\"b.exe.pdf", "a\\\".pdf", "a\r\nSet-Cookie: x=y.pdf", "a%22.pdf", "ж'ж.pdf")) {
            String header = FileName.disposition(FileName.clean(name, FileType.PDF));
            assertThat(header)
                    .as(name)
                    .matches(
                            "attachment; filename=\"[^\"\\\\%\\r\\n]*\"; filename\\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]+");
        }
    }
}
