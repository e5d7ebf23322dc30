package org.glasnik.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.glasnik.testing.PageStates;
import org.glasnik.testing.Web;
import org.springframework.stereotype.Component;

/** What search shows: something, something similar, something of it, nothing, more than there is room for. */
@Component
class SearchStates implements PageStates {
    private final Indexing indexing;

    SearchStates(Indexing indexing) {
        this.indexing = indexing;
    }

    @Override
    public void show(Web web, Shown shown) {
        indexing.catchUp();
        Web operator = web.as("operator");
        shown.add("search, nothing asked yet", 200, web.anonymous().get("/search"));
        shown.add("search, found", 200, operator.get(path("Вигадівська")));
        shown.add("search, found by another name", 200, web.anonymous().get(path("Vyhadivka")));
        shown.add("search, similar", 200, web.anonymous().get(path("Вигалівсьак")));
        shown.add("search, some of the words", 200, web.anonymous().get(path("Вигадівська Химерогадська")));
        shown.add("search, nothing", 200, web.anonymous().get(path("кзшьфжц")));
        shown.add("search, more than there is room for", 200, web.anonymous().get(path("громада")));
        shown.add("search, more of one kind", 200, web.anonymous().get(path("громада") + "&kind=body"));
        shown.add("search, one long word", 200, web.anonymous().get(path("я".repeat(200))));
    }

    private static String path(String words) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
