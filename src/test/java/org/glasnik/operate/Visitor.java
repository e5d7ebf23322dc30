package org.glasnik.operate;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Someone with a browser of their own, who opens pages and sends their forms. */
final class Visitor implements AutoCloseable {
    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Opens a page and sends its form that posts to an address, filled in. The answer, or the page's if there is no form. */
    HttpResponse<String> send(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpResponse<String> shown = get(page);
        Element form =
                Jsoup.parse(shown.body()).select("form[action=" + action + "]").first();
        if (shown.statusCode() != 200 || form == null) {
            return shown;
        }
        Map<String, String> all = form.select("input[name], select[name]").stream()
                .collect(Collectors.toMap(
                        field -> field.attr("name"),
                        field -> field.normalName().equals("select")
                                ? field.select("option[selected]").attr("value")
                                : field.attr("value"),
                        (first, second) -> first));
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
