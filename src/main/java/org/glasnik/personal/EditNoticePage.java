package org.glasnik.personal;

import java.util.List;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * @param organiser its name, empty for the installation
 * @param draft what would be published, in the reader's language; null where nothing is saved
 * @param draftVersion of that draft
 * @param template whether the texts in the form are those to begin with
 * @param next number that the draft would get
 */
record EditNoticePage(
        String whose,
        String organiser,
        ControllershipForm controller,
        FormErrors controllerErrors,
        NoticeForm notice,
        FormErrors noticeErrors,
        PrivacyNotice.@Nullable Read draft,
        int draftVersion,
        boolean template,
        boolean named,
        int next,
        @Nullable String publicHref) {
    FormErrors errors() {
        return controllerErrors.any() ? controllerErrors : noticeErrors;
    }

    List<Language> written() {
        return PrivacyNotice.WRITTEN;
    }
}
