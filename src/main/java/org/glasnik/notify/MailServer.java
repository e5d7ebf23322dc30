package org.glasnik.notify;

import jakarta.mail.Session;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our letters: {@code smtp://user:password@host:587?starttls=true} or {@code smtps://host}. With
 * {@code starttls=true}, and with a password unless {@code starttls=false}, nothing is sent without encryption; with neither
 * it is used where the server offers it. Special characters of a password are percent-encoded.
 */
public final class MailServer {
    static final String EXAMPLE = "GLASNIK_SMTP_URL=smtp://user:password@mail.example.org:587?starttls=true";

    /** Milliseconds for each step of the conversation. */
    static final int PATIENCE = 10_000;

    private final @Nullable URI url;
    private final String from;

    private MailServer(@Nullable URI url, String from) {
        this.url = url;
        this.from = from;
    }

    /**
     * @param url empty where there is no server
     * @param from the address that letters come from
     * @throws IllegalArgumentException with a sentence for the operator; it does not repeat the URL, which holds a password
     */
    public static MailServer of(String url, String from) {
        if (url.isBlank()) {
            return new MailServer(null, from);
        }
        URI read;
        try {
            read = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("GLASNIK_SMTP_URL is no address: a character at position " + e.getIndex()
                    + " must be percent-encoded");
        }
        if (!("smtp".equals(read.getScheme()) || "smtps".equals(read.getScheme())) || read.getHost() == null) {
            throw new IllegalArgumentException(
                    "The mail server's address must begin with smtp:// or smtps://, as in " + EXAMPLE);
        }
        return new MailServer(read, from);
    }

    /** Whether there is one. Without it letters wait, and the operator reads them in the browser. */
    public boolean set() {
        return url != null;
    }

    public String from() {
        return from;
    }

    /** Host and port, without name and password; empty where no server is set. */
    public String place() {
        return url == null ? "" : host(url) + ":" + port(url);
    }

    /** from-start, always, offered or never: {@code notify.server.encryption.<word>}. */
    public String encryption() {
        return url == null ? "never" : encryption(url);
    }

    /** Connects, signs in and hangs up: the whole conversation before a letter. */
    public MailReply greet() {
        try (MailLine line = new MailLine(this)) {
            return line.greet();
        }
    }

    Session session() {
        URI to = required();
        String protocol = to.getScheme();
        Properties all = new Properties();
        String prefix = "mail." + protocol + ".";
        all.setProperty("mail.transport.protocol", protocol);
        all.setProperty(prefix + "host", host(to));
        all.setProperty(prefix + "port", String.valueOf(port(to)));
        all.setProperty(prefix + "auth", String.valueOf(user() != null));
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            all.setProperty(prefix + step, String.valueOf(PATIENCE));
        }
        all.setProperty(
                prefix + "starttls.enable", String.valueOf(!encryption(to).equals("never")));
        all.setProperty(
                prefix + "starttls.required", String.valueOf(encryption(to).equals("always")));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        // The envelope's sender and the name we greet with are ours, not this machine's.
        all.setProperty(prefix + "from", from);
        all.setProperty(prefix + "localhost", from.substring(from.lastIndexOf('@') + 1));
        return Session.getInstance(all);
    }

    @Nullable
    String user() {
        String[] parts = parts();
        return parts.length == 0 ? null : decoded(parts[0]);
    }

    @Nullable
    String password() {
        String[] parts = parts();
        return parts.length < 2 ? null : decoded(parts[1]);
    }

    private String[] parts() {
        String user = required().getRawUserInfo();
        return user == null || user.isEmpty() ? new String[0] : user.split(":", 2);
    }

    private URI required() {
        if (url == null) {
            throw new IllegalStateException("No mail server is set");
        }
        return url;
    }

    private static String encryption(URI url) {
        String query = url.getQuery() == null ? "" : url.getQuery();
        if ("smtps".equals(url.getScheme())) {
            return "from-start";
        }
        if (query.contains("starttls=false")) {
            return "never";
        }
        return query.contains("starttls=true") || url.getRawUserInfo() != null ? "always" : "offered";
    }

    private static String host(URI url) {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : "smtps".equals(url.getScheme()) ? 465 : 587;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
