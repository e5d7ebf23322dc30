package org.glasnik.operate;

import java.io.PrintStream;
import java.time.Duration;
import org.glasnik.access.PersonId;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.Operators;
import org.glasnik.identity.People;
import org.glasnik.platform.BaseUrl;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.Languages;
import org.glasnik.platform.MailAddress;
import org.glasnik.signin.Tokens;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./glasnik operator add MAIL NAME}: how an empty installation comes by its first person. */
record AddingOperator(Installation installation, Arguments arguments, PrintStream out) {
    private static final int LONGEST_NAME = 200;
    private static final Duration VALID = Duration.ofDays(1);

    int run() {
        if (!arguments.words().getFirst().equals("add")) {
            throw Refusal.misunderstood("It is ./glasnik operator add MAIL NAME. ./glasnik help operator says more.");
        }
        String typed = arguments.words().get(1);
        MailAddress mail = MailAddress.of(typed)
                .orElseThrow(() -> Refusal.misunderstood("\"%s\" is no mail address.".formatted(typed)));
        FormErrors errors = FormErrors.none();
        String name = errors.name("name", arguments.words().get(2), LONGEST_NAME);
        if (errors.any()) {
            throw Refusal.misunderstood("The name is empty, too long, or has a link or invisible characters in it.");
        }
        try (Database database = installation.reach();
                Beans beans = new Beans(database.source(), installation.data())) {
            String link = new TransactionTemplate(beans.get(PlatformTransactionManager.class))
                    .execute(status -> add(beans, mail, name));
            out.println("%s is an operator. To sign in, open this within a day, once:".formatted(mail.shown()));
            out.println(link);
            if (installation.set("GLASNIK_BASE_URL").isEmpty()) {
                out.println(
                        "(GLASNIK_BASE_URL is not set here. Where people reach Glasnik at another address, that is the beginning.)");
            }
        }
        return CommandLine.DONE;
    }

    private static String add(Beans beans, MailAddress mail, String name) {
        PersonId person = beans.get(People.class)
                .add(name, mail, beans.get(Languages.class).offered().getFirst(), "")
                .orElseThrow(() -> new Refusal(
                        "%s is in the bin: let an operator take that person out of it, or take another address."
                                .formatted(mail.shown())));
        if (beans.get(Operators.class).grant(person)) {
            beans.get(Deeds.class)
                    .recordOwn(
                            Deed.of("operator.added", "person", person.value()).about(person));
        }
        String token = beans.get(Tokens.class).issue("sign-in", person, "/", VALID);
        return beans.get(BaseUrl.class).of("/sign-in/link/" + token);
    }
}
