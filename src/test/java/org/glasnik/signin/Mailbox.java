package org.glasnik.signin;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people find in their mail: letters wait where no server is set, so tests read them as an operator would. */
final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7e]+");

    private final JdbcClient jdbc;
    private final AnsweringMail answering;

    Mailbox(JdbcClient jdbc, AnsweringMail answering) {
        this.jdbc = jdbc;
        this.answering = answering;
    }

    /** Answers what waits, without waiting for the job, which may be at it as well: each request is answered once. */
    void deliver() {
        jdbc.sql("select id from signin.mail_request").query(UUID.class).list().forEach(answering::answer);
    }

    /** Names of the letters to an address, oldest first. */
    List<String> names(String address) {
        deliver();
        return jdbc.sql("select name from notify.letter where to_address = ? order by id")
                .param(address)
                .query(String.class)
                .list();
    }

    /** The path behind the button of the last letter of a name. */
    String link(String address, String name) {
        deliver();
        String text = jdbc.sql(
                        "select text from notify.letter where to_address = ? and name = ? order by id desc limit 1")
                .params(address, name)
                .query(String.class)
                .optional()
                .orElseThrow(
                        () -> new AssertionError("No letter " + name + " to " + address + ", only " + names(address)));
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String path = URI.create(link.group()).getRawPath();
            if (!path.equals("/") && !path.isEmpty()) {
                return path;
            }
        }
        throw new AssertionError("No link in " + text);
    }
}
