package org.glasnik.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnik.access.Allowed;
import org.glasnik.notify.Unsubscribing;
import org.glasnik.signin.Tokens;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that names an object, tried as everyone on a real one of each sort. The rightful are in the same row as the
 * strangers: where those get 404, the object was there.
 */
@GlasnikTest
class ObjectAccessTest {
    /**
     * Who they are to {@code {body}}: members of it and its manager, those of another body, an organiser whose body keeps it and
     * one whose does not. Halfway is each of those whom the row lets in, before the second factor.
     */
    private static final List<String> ROLES = List.of(
            "anonymous",
            "halfway",
            "resident",
            "specialist",
            "manager",
            "specialist2",
            "manager2",
            "organiser",
            "organiser2",
            "operator");

    /** ok: 200; go: redirected; in: led to the sign-in; 2f: led to the second factor; -: 404. At the end what is posted. */
    private static final String TABLE = """
            #                                                    anon half resi spec mana spe2 man2 orga org2 oper
            GET  /bodies/{body}                                    ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            GET  /bodies/{binnedBody}                               -    -    -    -    -    -    -    -    -    -
            GET  /bodies/{body}/edit                               in   2f    -    -    -    -    -   ok    -   ok
            GET  /bodies/{organising}/edit                         in   2f    -    -    -    -    -   ok    -   ok
            GET  /bodies/{other}/edit                              in   2f    -    -    -    -    -    -    -   ok
            POST /bodies/{body}                                     -    -    -    -    -    -    -   go    -   go kind=hromada&code=VK-01-002&nameUk=X&version=0
            POST /bodies/{body}/deletion                            -    -    -    -    -    -    -   go    -   go
            POST /bodies/{organising}/deletion                      -    -    -    -    -    -    -    -    -   go
            POST /bodies/{binnedBody}/deletion/undo                 -    -    -    -    -    -    -   go    -   go
            GET  /bodies/{body}/renaming                           in   2f    -    -    -    -    -   ok    -   ok
            GET  /bodies/{other}/renaming                          in   2f    -    -    -    -    -    -    -   ok
            POST /bodies/{body}/renaming                            -    -    -    -    -    -    -   go    -   go nameUk=Y&since=2027-01-01&version=0
            POST /bodies/{renamedBody}/renaming/undo                -    -    -    -    -    -    -   go    -   go
            GET  /bodies/{body}/ending                             in   2f    -    -    -    -    -   ok    -   ok
            GET  /bodies/{other}/ending                            in   2f    -    -    -    -    -    -    -   ok
            POST /bodies/{body}/ending                              -    -    -    -    -    -    -   go    -   go ending=merged&endedOn=2027-01-01
            POST /bodies/{body}/ending/undo                         -    -    -    -    -    -    -   go    -   go

            GET  /imports/{import}                                 in   2f    -    -    -    -    -   ok    -   ok
            GET  /imports/{import}.{format}                        in   2f    -    -    -    -    -   ok    -   ok
            GET  /imports/{newImport}/columns                      in   2f    -    -    -    -    -   ok    -   ok
            POST /imports/{newImport}/columns                       -    -    -    -    -    -    -   go    -   go code=0&kind=0
            POST /imports/{import}/application                      -    -    -    -    -    -    -   go    -   go
            POST /imports/{import}/application/undo                 -    -    -    -    -    -    -   go    -   go
            POST /imports/{import}/removal                          -    -    -    -    -    -    -   go    -   go

            GET  /bodies/matching/{names}                          in   2f    -    -    -    -    -   ok    -    -
            GET  /bodies/matching/{names}.{format}                 in   2f    -    -    -    -    -   ok    -    -
            GET  /bodies/matching/{names}/next                     in   2f    -    -    -    -    -   go    -    -
            GET  /bodies/matching/{names}/lines/{row}              in   2f    -    -    -    -    -   ok    -    -
            POST /bodies/matching/{names}/lines/{row}/decision      -    -    -    -    -    -    -   go    -    - choice=none
            POST /bodies/matching/{names}/columns                   -    -    -    -    -    -    -   go    -    - name=1
            POST /bodies/matching/{names}/again                     -    -    -    -    -    -    -   go    -    -
            POST /bodies/matching/{names}/likely                    -    -    -    -    -    -    -   go    -    -
            POST /bodies/matching/{names}/batches/{batch}/undo      -    -    -    -    -    -    -   go    -    -
            POST /bodies/matching/{names}/deletion                  -    -    -    -    -    -    -   go    -    -
            POST /bodies/matching/{deletedNames}/deletion/undo      -    -    -    -    -    -    -   go    -    -
            POST /bodies/matching/decisions/{decision}/removal      -    -    -    -    -    -    -   go   go   go
            POST /bodies/matching/decisions/{forgotten}/removal/undo    -  - -    -    -    -    -   go   go   go

            GET  /bodies/{body}/invitations/new                    in   2f    -    -   ok    -    -   ok    -   ok
            POST /bodies/{body}/invitations                         -    -    -    -   go    -    -   go    -   go name=X&mail={mail}&seat=other&language=en
            POST /bodies/{body}/invitations                         -    -    -    -  422    -    -   go    -   go name=X&mail={mail}&seat=desk&language=en
            POST /bodies/{body}/invitations/{invitation}/reminder   -    -    -    -   go    -    -   go    -   go
            POST /bodies/{body}/invitations/{deskInvitation}/reminder     - -  -   -    -    -    -   go    -   go
            POST /bodies/{other}/invitations/{invitation}/reminder  -    -    -    -    -    -    -    -    -    -
            POST /bodies/{body}/invitations/{invitation}/withdrawal -    -    -    -   go    -    -   go    -   go
            POST /bodies/{body}/invitations/{deskInvitation}/withdrawal   - -  -   -    -    -    -   go    -   go
            POST /bodies/{other}/invitations/{invitation}/withdrawal -   -    -    -    -    -    -    -    -    -
            GET  /invitations/{invitation}                         in   2f   ok    -    -    -    -    -    -    -
            POST /invitations/{invitation}/acceptance               -    -   go    -    -    -    -    -    -    -
            POST /invitations/{invitation}/refusal                  -    -   go    -    -    -    -    -    -    -

            GET  /memberships/{seat}/ending                        in   2f    -   ok   ok    -    -   ok    -   ok
            GET  /memberships/{managerSeat}/ending                 in   2f    -    -   ok    -    -   ok    -   ok
            GET  /memberships/{deskSeat}/ending                    in   2f    -    -    -    -    -   ok    -   ok
            GET  /memberships/{organiserSeat}/ending               in   2f    -    -    -    -    -   ok    -   ok
            POST /memberships/{seat}/ending                         -    -    -   go   go    -    -   go    -   go until=2027-03-08
            POST /memberships/{deskSeat}/ending                     -    -    -    -    -    -    -   go    -   go until=2027-03-08
            POST /memberships/{endedSeat}/ending/undo               -    -    -    -   go    -    -   go    -   go
            POST /memberships/{leftSeat}/ending/undo                -    -    -   go   go    -    -   go    -   go

            GET  /people/{specialist}                              in   2f    -   ok    -    -    -   ok    -   ok
            GET  /people/{past}                                    in   2f    -    -    -    -    -   ok    -   ok
            GET  /people/{organiser}                               in   2f    -    -    -    -    -   ok    -   ok
            GET  /people/{resident}                                in   2f   ok    -    -    -    -    -    -   ok
            GET  /people/{binnedPerson}                            in   2f    -    -    -    -    -    -    -    -
            GET  /people/{person}/edit                             in   2f    -    -    -    -    -    -    -   ok
            POST /people/{person}                                   -    -    -    -    -    -    -    -    -   go name=X&version=0
            POST /people/{person}/operatorship                      -    -    -    -    -    -    -    -    -   go
            POST /people/{powerful}/operatorship/end                -    -    -    -    -    -    -    -    -   go
            POST /people/{person}/deletion                          -    -    -    -    -    -    -    -    -   go
            POST /people/{binnedPerson}/deletion/undo               -    -    -    -    -    -    -    -    -   go
            GET  /people/{person}/erasure                          in   2f    -    -    -    -    -    -    -   ok
            POST /people/{person}/erasure                           -    -    -    -    -    -    -    -    -   go mail={mail}

            POST /account/passkeys/{passkey}/removal                -    -    -   go    -    -    -    -    -    -
            POST /account/sessions/{session}/end                    -    -    -   go    -    -    -    -    -    -

            GET  /operate/letters/{letter}                         in   2f    -    -    -    -    -    -    -   ok
            GET  /operate/letters/{letter}/html                    in   2f    -    -    -    -    -    -    -   ok
            POST /operate/letters/{letter}/cancellation             -    -    -    -    -    -    -    -    -   go
            POST /operate/letters/{letter}/resending                -    -    -    -    -    -    -    -    -   go
            GET  /operate/letters/templates/{template}             in   2f    -    -    -    -    -    -    -   ok
            GET  /operate/letters/templates/{template}/html        in   2f    -    -    -    -    -    -    -   ok
            POST /operate/languages/{language}/rise                 -    -    -    -    -    -    -    -    -   go
            POST /operate/languages/{language}/fall                 -    -    -    -    -    -    -    -    -   go
            POST /operate/languages/{language}/withdrawal           -    -    -    -    -    -    -    -    -   go
            POST /operate/languages/{language}/offer                -    -    -    -    -    -    -    -    -   go
            GET  /operate/notices/{organising}                     in   2f    -    -    -    -    -    -    -   ok
            POST /operate/notices/{organising}/controller           -    -    -    -    -    -    -    -    -   go name=X&contact=X&mail=x@who.example
            POST /operate/notices/{organising}/draft                -    -    -    -    -    -    -    -    -   go en=X
            POST /operate/notices/{draft}/publication               -    -    -    -    -    -    -    -    -   go version=1
            GET  /privacy/{installation}                           ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            GET  /privacy/{installation}/{number}                  ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            GET  /privacy/{organising}                              -    -    -    -    -    -    -    -    -    -

            GET  /pages/{page}                                     ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            GET  /pages/{archivedPage}                             ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            GET  /pages/{plannedPage}                               -    -    -   ok   ok    -    -   ok    -   ok
            GET  /pages/{binnedPage}                                -    -    -    -    -    -    -    -    -    -
            GET  /pages/{page}/edit                                in   2f    -   ok   ok    -    -   ok    -   ok
            GET  /pages/{binnedPage}/edit                          in   2f    -    -    -    -    -    -    -    -
            POST /pages/{page}                                      -    -    -   go   go    -    -   go    -   go body=VK-01-002&address=https://github.com/matrix&status=live&category=card&version=0
            POST /pages/{page}/review                               -    -    -   go   go    -    -   go    -   go
            POST /pages/{plannedPage}/review                        -    -    -    -    -    -    -    -    -    -
            POST /pages/{page}/review/undo                          -    -    -   go   go    -    -   go    -   go
            POST /pages/{page}/archival                             -    -    -   go   go    -    -   go    -   go
            POST /pages/{archivedPage}/archival/undo                -    -    -   go   go    -    -   go    -   go
            POST /pages/{page}/deletion                             -    -    -   go   go    -    -   go    -   go
            POST /pages/{binnedPage}/deletion/undo                  -    -    -   go   go    -    -   go    -   go
            GET  /pages/{page}/proof                               in   2f    -   ok   ok    -    -   ok    -   ok
            POST /pages/{page}/proof/link                           -    -    -   go   go    -    -   go    -   go link=https://x.example&seenOn=2027-03-01
            POST /pages/{page}/proof/code                           -    -    -   go   go    -    -   go    -   go
            POST /pages/{codedPage}/proof/code/seen                 -    -    -   go   go    -    -   go    -   go seenOn=2027-03-01
            POST /pages/{page}/proof/word                           -    -    -   go   go    -    -   go    -   go name=X&position=X&seenOn=2027-03-01
            POST /pages/{page}/proofs/{proof}/removal               -    -    -   go   go    -    -   go    -   go
            POST /pages/{codedPage}/proofs/{proof}/removal          -    -    -    -    -    -    -    -    -    -
            POST /pages/terms/{term}/removal                        -    -    -    -    -    -    -    -    -   go
            GET  /duties/{duty}                                    in   2f    -    -    -    -    -    -    -   ok
            POST /duties/{duty}/ending                              -    -    -    -    -    -    -    -    -   go until=2027-03-08
            POST /duties/{endedDuty}/ending/undo                    -    -    -    -    -    -    -    -    -   go
            POST /duties/{duty}/removal                             -    -    -    -    -    -    -    -    -   go

            GET  /sign-in/link/{signInLink}                        ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /sign-in/link/{signInLink}                        go   go   go   go   go   go   go   go   go   go
            GET  /sign-in/reset/{resetLink}                        ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /sign-in/reset/{resetLink}                        go   go   go   go   go   go   go   go   go   go password=long%20words%20of%20nobody
            GET  /register/confirmation/{registerLink}             ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /register/confirmation/{registerLink}             go   go   go   go   go   go   go   go   go   go
            GET  /invitations/letter/{invitationLink}              ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /invitations/letter/{invitationLink}/acceptance   go   go   go   go   go   go   go   go   go   go
            POST /invitations/letter/{invitationLink}/refusal      go   go   go   go   go   go   go   go   go   go
            GET  /account/address/old/{oldLink}                    ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /account/address/old/{oldLink}                    ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            GET  /account/address/new/{newLink}                    ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /account/address/new/{newLink}                    ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            GET  /letters/unsubscribe/{unsubscribeLink}            ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /letters/unsubscribe/{unsubscribeLink}            ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
            POST /letters/unsubscribe/{unsubscribeLink}/undo       go   go   go   go   go   go   go   go   go   go
            """;

    private record Row(String verb, String path, List<String> cells, Map<String, String> fields) {
        static Row of(String line) {
            String[] words = line.split(" +");
            int end = 2 + ROLES.size();
            assertThat(words.length).as("cells of " + line).isBetween(end, end + 1);
            Map<String, String> fields = new HashMap<>();
            for (String field : words.length > end ? words[end].split("&") : new String[0]) {
                fields.put(
                        field.replaceFirst("=.*", ""),
                        field.replaceFirst(".*?=", "").replace("%20", " "));
            }
            return new Row(words[0], words[1], Arrays.asList(words).subList(2, end), fields);
        }

        String route() {
            return verb + " " + path.replaceAll("\\{[^}]*}", "{}");
        }

        boolean openToAll() {
            return !cells.contains("-") && !cells.contains("in");
        }
    }

    private static final List<Row> ROWS = TABLE.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Row::of)
            .toList();

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tokens tokens;

    @Autowired
    Unsubscribing unsubscribing;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final Map<String, Web> browsers = new HashMap<>();
    private final Map<Web, String> csrf = new HashMap<>();
    private RealObjects objects;

    @BeforeEach
    void start() {
        objects = new RealObjects(jdbc, tokens, unsubscribing);
    }

    /** A route that is written tomorrow fails here until it stands in the table. */
    @Test
    void everyRouteThatNamesAnObjectIsInTheTable() {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach((info, method) -> info.getPatternValues().stream()
                        .filter(path -> method.hasMethodAnnotation(Allowed.class)
                                && path.replaceAll("\\{format:[^}]*}", "").contains("{"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.add(verb + " " + path.replaceAll("\\{[^}]*}", "{}")))));
        Set<String> declared = ROWS.stream().map(Row::route).collect(Collectors.toSet());
        assertThat(declared).isEqualTo(routes);
    }

    /** Or a row of nothing but 404 would pass on an object that is not there. */
    @Test
    void everyRouteHasSomeoneWhomItLetsIn() {
        Map<String, List<String>> perRoute = new TreeMap<>();
        ROWS.forEach(row ->
                perRoute.computeIfAbsent(row.route(), r -> new ArrayList<>()).addAll(row.cells()));
        perRoute.values().removeIf(cells -> cells.contains("ok") || cells.contains("go"));
        assertThat(perRoute).isEmpty();
    }

    @Test
    void everyCellIsTrue() {
        Map<String, String> wrong = new TreeMap<>();
        for (Row row : ROWS) {
            for (int i = 0; i < ROLES.size(); i++) {
                String role = ROLES.get(i);
                String expected = row.cells().get(i);
                for (String who : role.equals("halfway") ? halves(row) : List.of(role)) {
                    String got = outcome(row, who);
                    if (!got.equals(expected)) {
                        wrong.put(row.verb() + " " + row.path() + " " + who, "expected " + expected + ", got " + got);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> halves(Row row) {
        List<String> let = ROLES.stream()
                .filter(role -> !role.equals("anonymous") && !role.equals("halfway"))
                .filter(role -> !row.openToAll()
                        && Set.of("ok", "go").contains(row.cells().get(ROLES.indexOf(role))))
                .map(role -> "halfway " + role)
                .toList();
        return let.isEmpty() ? List.of("halfway operator") : let;
    }

    private String outcome(Row row, String who) {
        objects.renew();
        String path = objects.filled(row.path());
        Map<String, String> fields = new HashMap<>();
        row.fields().forEach((name, value) -> fields.put(name, objects.filled(value)));
        // A link may sign in whoever follows it: that browser is nobody's afterwards.
        Web browser =
                row.verb().equals("POST") && row.openToAll() ? fresh(who) : browsers.computeIfAbsent(who, this::fresh);
        if (row.verb().equals("POST")) {
            fields.put("_csrf", csrf.computeIfAbsent(browser, ObjectAccessTest::token));
        }
        Web.Answer answer = row.verb().equals("GET") ? browser.get(path) : browser.post(path, fields);
        return switch (answer.status()) {
            case 200 -> "ok";
            case 302 ->
                answer.location().startsWith("/sign-in?to=")
                        ? "in"
                        : answer.location().equals("/sign-in/second-factor") ? "2f" : "go";
            case 404 -> "-";
            default -> String.valueOf(answer.status());
        };
    }

    private Web fresh(String who) {
        return who.equals("anonymous")
                ? web.anonymous()
                : who.startsWith("halfway ") ? web.halfway(who.substring("halfway ".length())) : web.as(who);
    }

    /** From whichever page has a form for this visitor. */
    static String token(Web browser) {
        for (String page : List.of("/sign-in", "/account/profile", "/sign-in/second-factor", "/")) {
            String token = browser.get(page).page().select("input[name=_csrf]").attr("value");
            if (!token.isEmpty()) {
                return token;
            }
        }
        throw new AssertionError("No page gives a token");
    }
}
