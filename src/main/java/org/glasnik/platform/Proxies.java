package org.glasnik.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks behind our own proxies, and only behind those: {@code X-Forwarded-For} and {@code X-Forwarded-Proto} count when the
 * connection comes from an address in {@code glasnik.proxies} (this machine unless something else is set). Of the addresses
 * the last one that is not ours counts: whatever stands before it was written by the visitor.
 */
final class Proxies implements Filter {
    private final Set<String> ours;

    Proxies(Set<String> ours) {
        this.ours = ours;
    }

    @Override
    public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) req;
        chain.doFilter(ours(request.getRemoteAddr()) ? behind(request) : request, res);
    }

    private HttpServletRequest behind(HttpServletRequest request) {
        String client = null;
        List<String> header = Collections.list(request.getHeaders("X-Forwarded-For"));
        String[] hops = String.join(",", header).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && client == null; i--) {
            String hop = hops[i].strip();
            if (!hop.isEmpty() && !ours(hop)) {
                client = hop;
            }
        }
        String scheme = request.getHeader("X-Forwarded-Proto");
        return client == null && scheme == null ? request : new Forwarded(request, client, "https".equals(scheme));
    }

    private boolean ours(String address) {
        return ours.contains(address.replaceFirst("^\\[(.*)]$", "$1"));
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final @Nullable String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, @Nullable String client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return client == null ? super.getRemoteAddr() : client;
        }

        @Override
        public String getRemoteHost() {
            return getRemoteAddr();
        }

        @Override
        public boolean isSecure() {
            return secure || super.isSecure();
        }

        @Override
        public String getScheme() {
            return isSecure() ? "https" : super.getScheme();
        }
    }
}
