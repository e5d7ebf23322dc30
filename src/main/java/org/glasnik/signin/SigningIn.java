package org.glasnik.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.glasnik.access.NotFound;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.deed.Deed;
import org.glasnik.deed.Deeds;
import org.glasnik.identity.Profile;
import org.glasnik.identity.Profiles;
import org.glasnik.identity.Viewers;
import org.glasnik.platform.ClientAddress;
import org.glasnik.platform.Preferences;
import org.glasnik.platform.RequestUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Signs people in and out. Call it inside the transaction that spends the token or judges the password. Each sign-in, and
 * each step up to a second factor, begins a fresh session with a fresh id and a fresh token against forged forms.
 */
@Component
public class SigningIn {
    /** Session attribute: where somebody halfway wanted to go. */
    private static final String TARGET = "target";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy csrf;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Viewers viewers;
    private final Profiles profiles;
    private final ObjectProvider<FactorsHeld> factors;
    private final Deeds deeds;

    SigningIn(
            CsrfTokenRepository csrf,
            Sessions sessions,
            Tokens tokens,
            Viewers viewers,
            Profiles profiles,
            ObjectProvider<FactorsHeld> factors,
            Deeds deeds) {
        this.csrf = new CsrfAuthenticationStrategy(csrf);
        this.sessions = sessions;
        this.tokens = tokens;
        this.viewers = viewers;
        this.profiles = profiles;
        this.factors = factors;
        this.deeds = deeds;
    }

    /**
     * Signs a person in and says where to go next: to the second step where one is owed, else to the target.
     *
     * @param secondFactor whether two factors were shown (a passkey with user verification is two)
     * @param target a local path wanted before, or null; anything else leads to the start page
     * @return a redirecting view
     * @throws NotFound where the person is gone
     */
    public String signIn(
            PersonId person,
            boolean secondFactor,
            @Nullable String target,
            HttpServletRequest request,
            HttpServletResponse response) {
        Viewer viewer = viewers.of(person, secondFactor).orElseThrow(NotFound::new);
        boolean owes = viewer.owesFactor() || (!secondFactor && factors.stream().anyMatch(held -> held.holds(person)));
        HttpSession session = fresh(request);
        Authentication authentication = authentication(person, secondFactor, owes);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        csrf.onAuthentication(authentication, request, response);
        Viewer now = owes ? viewer.halfway() : viewer;
        request.setAttribute(RequestUser.ATTRIBUTE, now);
        profiles.of(person).ifPresent(profile -> remember(profile, request, response));
        sessions.arrived(
                person, session.getId(), Device.of(request.getHeader("User-Agent")), ClientAddress.shortened(request));
        String to = LocalPath.of(target);
        if (owes) {
            session.setAttribute(TARGET, to);
            return "redirect:/sign-in/second-factor";
        }
        deeds.record(now, Deed.of("person.signedIn", "person", person.value()));
        return "redirect:" + to;
    }

    /** Emptied and under a new id, rather than ended: ending takes a second connection while this one is held. */
    private static HttpSession fresh(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return request.getSession(true);
        }
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        request.changeSessionId();
        return request.getSession(true);
    }

    /** Where somebody halfway wanted to go. */
    public String target(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return LocalPath.of(session != null && session.getAttribute(TARGET) instanceof String to ? to : null);
    }

    /** Not inside a transaction: the session is deleted on a connection of its own. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        csrf.onAuthentication(null, request, response);
        request.setAttribute(RequestUser.ATTRIBUTE, Viewer.NOBODY);
    }

    /** Ends every session of these people and every link that would sign them in, for all nodes, with the next request. */
    public void endEverywhere(Set<PersonId> people) {
        sessions.endAll(people, "");
        tokens.revokeEntries(people);
    }

    /** Ends every session of this person but the one that asks, and every link that would sign the person in. */
    public void endElsewhere(PersonId person, HttpServletRequest request) {
        HttpSession here = request.getSession(false);
        sessions.endAll(Set.of(person), here == null ? "" : here.getId());
        tokens.revokeEntries(Set.of(person));
    }

    static void remember(Profile profile, HttpServletRequest request, HttpServletResponse response) {
        Preferences.remember(request, response, profile.language(), profile.theme());
    }

    private static Authentication authentication(PersonId person, boolean secondFactor, boolean owes) {
        List<GrantedAuthority> authorities = secondFactor
                ? List.of(new SimpleGrantedAuthority(Viewers.SECOND_FACTOR))
                : owes ? List.of(new SimpleGrantedAuthority(Viewers.OWES_FACTOR)) : List.of();
        return UsernamePasswordAuthenticationToken.authenticated(person.toString(), null, authorities);
    }
}
