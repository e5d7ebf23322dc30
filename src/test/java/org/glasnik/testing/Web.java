package org.glasnik.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnik.access.PersonId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser without a screen: cookies, pages, forms with their hidden fields. Each copy has its own cookies. */
public final class Web {
    private final Environment environment;
    private final SwitchedDatabase database;
    private final HttpClient client;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final @Nullable String as;
    private final String language;

    Web(Environment environment, SwitchedDatabase database) {
        this(environment, database, null, "uk");
    }

    private Web(Environment environment, SwitchedDatabase database, @Nullable String as, String language) {
        this.environment = environment;
        this.database = database;
        this.as = as;
        this.language = language;
        if (as != null) {
            // Whoever has a session gets no page that is kept for the public; this one names none, so none is looked
            // up.
            HttpCookie session = new HttpCookie("SESSION", "-");
            session.setPath("/");
            session.setVersion(0);
            cookies.getCookieStore().add(URI.create(url("/")), session);
        }
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** A fresh visitor. */
    public Web anonymous() {
        return new Web(environment, database, null, language);
    }

    /** A fresh browser in which a person of the cast is signed in. */
    public Web as(String key) {
        return as(Cast.person(JdbcClient.create(database), key));
    }

    public Web as(PersonId person) {
        return new Web(environment, database, person.toString(), language);
    }

    /** A fresh browser in which a person of the cast still owes the second factor. */
    public Web halfway(String key) {
        PersonId person = Cast.person(JdbcClient.create(database), key);
        return new Web(environment, database, person + TestApplication.HALFWAY, language);
    }

    /** A fresh browser that wishes a language. */
    public Web in(String tag) {
        return new Web(environment, database, as, tag);
    }

    public CookieManager cookies() {
        return cookies;
    }

    public String url(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port") + path;
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public Document page() {
            return Jsoup.parse(body(), response.uri().toString());
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The path and query that a redirect leads to. */
        public String location() {
            URI to = URI.create(java.util.Objects.requireNonNull(header("Location"), "no redirect: " + status));
            return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer head(String path) {
        return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Posts fields as they are, without the hidden ones of any form. */
    public Answer post(String path, Map<String, String> fields) {
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields.entrySet().stream()
                        .map(e -> List.of(e.getKey(), e.getValue()))
                        .toList()))));
    }

    /** Opens a page, fills its form that posts to an address, and sends it with its hidden fields. */
    public Answer submit(String page, String action, Map<String, String> fields) {
        return submit(get(page), action, fields);
    }

    public Answer submit(Answer shown, String action, Map<String, String> fields) {
        Form form = new Form(shown.page(), action);
        fields.forEach(form::fill);
        return send(request(action, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form.fields()))));
    }

    /** The same with a file in it. */
    public Answer upload(
            String page, String action, Map<String, String> fields, String field, String name, byte[] file) {
        Form form = new Form(get(page).page(), action);
        fields.forEach(form::fill);
        String boundary = "----" + java.util.UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.fields().stream()
                .filter(f -> !f.get(0).equals(field))
                .forEach(f -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                                + f.get(0) + "\"\r\n\r\n" + f.get(1) + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(action, "Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String encoded(List<List<String>> fields) {
        return fields.stream()
                .map(f -> URLEncoder.encode(f.get(0), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(f.get(1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Statements that requests have run since the last call. */
    public List<String> statements() {
        return database.statements();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).header("Accept-Language", language);
        if (as != null) {
            request.header(TestApplication.AS, as);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
