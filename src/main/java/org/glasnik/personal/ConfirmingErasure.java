package org.glasnik.personal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Language;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Erases once the person's address has been typed: nobody does that by mistake. */
@Component
class ConfirmingErasure {
    private final Subjects subjects;
    private final Erasures erasures;
    private final PersonalRows rows;
    private final TablesInWords words;

    ConfirmingErasure(Subjects subjects, Erasures erasures, PersonalRows rows, TablesInWords words) {
        this.subjects = subjects;
        this.erasures = erasures;
        this.rows = rows;
        this.words = words;
    }

    Optional<Subjects.Subject> subject(PersonId person) {
        return Optional.ofNullable(subjects.of(Set.of(person)).get(person));
    }

    /** Erases, or says what hinders. */
    FormErrors confirmed(Viewer by, Subjects.Subject subject, @Nullable String mail) {
        FormErrors errors = FormErrors.none();
        if (subject.lastOperator()) {
            errors.add("mail", "personal.erasure.lastOperator");
        } else if (mail == null || mail.isBlank()) {
            errors.add("mail", "platform.error.empty");
        } else if (MailAddress.of(mail)
                .filter(typed -> typed.key().equals(subject.mail().key()))
                .isEmpty()) {
            errors.add("mail", "personal.erasure.otherMail");
        }
        if (!errors.any()) {
            erasures.erase(by, subject.id());
        }
        return errors;
    }

    ErasurePage page(
            Subjects.Subject subject, boolean own, @Nullable String mail, FormErrors errors, Language language) {
        List<TablesInWords.Told> told = words.told(rows.tables(), language);
        return new ErasurePage(
                own ? null : subject.id().toString(),
                subject.name(),
                told.stream().filter(t -> t.fate().equals("row")).toList(),
                told.stream().filter(t -> t.fate().equals("columns")).toList(),
                told.stream().filter(t -> !t.kept().isEmpty()).toList(),
                subject.lastOperator(),
                mail == null ? "" : mail,
                errors);
    }
}
