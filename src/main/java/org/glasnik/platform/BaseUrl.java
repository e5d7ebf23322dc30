package org.glasnik.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which people reach this installation: links in letters begin with it, never with a request's host. */
@Component
public class BaseUrl {
    private final String base;

    BaseUrl(@Value("${glasnik.base-url:http://localhost:${server.port:8080}}") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    public String of(String path) {
        return base + path;
    }

    public boolean secure() {
        return base.startsWith("https://");
    }
}
