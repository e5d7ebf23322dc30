package org.glasnik.personal;

import org.glasnik.access.BodyId;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.MailAddress;
import org.jspecify.annotations.Nullable;

/** A controller as it comes from the browser. */
record ControllershipForm(
        @Nullable String name,
        @Nullable String contact,
        @Nullable String mail,
        @Nullable String officer,
        @Nullable String version) {
    static ControllershipForm of(Controllership controller) {
        return new ControllershipForm(
                controller.name(),
                controller.contact(),
                controller.mail(),
                controller.officer(),
                String.valueOf(controller.version()));
    }

    Controllership read(@Nullable BodyId body, FormErrors errors) {
        String address = FormErrors.shown(mail).strip();
        if (MailAddress.of(address).isEmpty()) {
            errors.add("mail", "platform.error.mail");
        }
        return new Controllership(
                body,
                errors.line("name", name, 300),
                errors.text("contact", lines(contact), 1000),
                address,
                FormErrors.shown(officer).isBlank() ? "" : errors.text("officer", lines(officer), 1000),
                number(version));
    }

    static String lines(@Nullable String posted) {
        return FormErrors.shown(posted).replace("\r\n", "\n").replace('\r', '\n');
    }

    static int number(@Nullable String posted) {
        return posted != null && posted.matches("[0-9]{1,8}") ? Integer.parseInt(posted) : 0;
    }
}
