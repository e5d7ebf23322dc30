package org.glasnik.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.RequestUser;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the viewer of this request where screens and controllers find it. The name of an authentication is the person's id;
 * the authorities {@link Viewers#SECOND_FACTOR} and {@link Viewers#OWES_FACTOR} say which factors the session has passed.
 */
final class ViewerFilter extends OncePerRequestFilter {
    private final Viewers viewers;

    ViewerFilter(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(RequestUser.ATTRIBUTE) == null) {
            request.setAttribute(RequestUser.ATTRIBUTE, viewer());
        }
        chain.doFilter(request, response);
    }

    private Viewer viewer() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !known.isAuthenticated() || known instanceof AnonymousAuthenticationToken) {
            return Viewer.NOBODY;
        }
        boolean owes = has(known, Viewers.OWES_FACTOR);
        try {
            return viewers.of(new PersonId(UUID.fromString(known.getName())), has(known, Viewers.SECOND_FACTOR))
                    .map(viewer -> owes ? viewer.halfway() : viewer)
                    .orElse(Viewer.NOBODY);
        } catch (IllegalArgumentException e) {
            return Viewer.NOBODY;
        }
    }

    private static boolean has(Authentication known, String authority) {
        return known.getAuthorities().stream().anyMatch(a -> authority.equals(a.getAuthority()));
    }
}
