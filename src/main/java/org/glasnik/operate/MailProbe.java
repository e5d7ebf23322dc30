package org.glasnik.operate;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls at the mail server as far as a letter would begin: connection, greeting, encryption, password.
 *
 * @param url as in {@code GLASNIK_SMTP_URL}
 */
record MailProbe(Optional<String> url) {
    private static final String PATIENCE_MILLIS = "5000";

    Finding finding(boolean demo) {
        if (demo) {
            return Finding.ok("mail", "demo");
        }
        return url.map(MailProbe::call).orElseGet(() -> Finding.warn("mail", "unset", Map.of()));
    }

    private static Finding call(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Finding.red("mail", "unclear", Map.of());
        }
        if (uri.getHost() == null || !Set.of("smtp", "smtps").contains(uri.getScheme())) {
            return Finding.red("mail", "unclear", Map.of());
        }
        String protocol = uri.getScheme();
        int port = uri.getPort() > 0 ? uri.getPort() : protocol.equals("smtps") ? 465 : 587;
        Map<String, Object> said = Map.of("server", uri.getHost() + ":" + port);
        String user = part(uri, 0);
        try (Transport transport = session(uri, protocol, user != null).getTransport(protocol)) {
            transport.connect(uri.getHost(), port, user, part(uri, 1));
            return Finding.ok("mail", said);
        } catch (AuthenticationFailedException e) {
            return Finding.red("mail", "refused", said);
        } catch (MessagingException e) {
            boolean encryption = String.valueOf(e.getMessage()).contains("STARTTLS")
                    || e.getCause() instanceof javax.net.ssl.SSLException;
            return Finding.red("mail", encryption ? "encryption" : "unreachable", said);
        }
    }

    private static Session session(URI uri, String protocol, boolean login) {
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        Properties all = new Properties();
        String prefix = "mail." + protocol + ".";
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            all.setProperty(prefix + step, PATIENCE_MILLIS);
        }
        boolean never = query.contains("starttls=false");
        all.setProperty(prefix + "auth", String.valueOf(login));
        all.setProperty(prefix + "starttls.enable", String.valueOf(!never));
        all.setProperty(prefix + "starttls.required", String.valueOf(!never && (login || query.contains("starttls=true"))));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        return Session.getInstance(all);
    }

    private static @Nullable String part(URI uri, int which) {
        String info = uri.getRawUserInfo();
        if (info == null || info.isEmpty()) {
            return null;
        }
        String[] parts = info.split(":", 2);
        return which < parts.length ? URLDecoder.decode(parts[which].replace("+", "%2B"), StandardCharsets.UTF_8) : null;
    }
}
