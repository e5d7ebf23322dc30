package org.glasnik.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages of a module in states that no link leads to. These are beans, so that whoever looks at states looks at those of every module. */
public interface PageStates {
    /** Makes each state by real requests, and puts back what others need. */
    void show(Web web, Shown shown);

    /** What came back, by a name that says what it shows. */
    final class Shown {
        private final Map<String, Web.Answer> pages = new LinkedHashMap<>();

        public void add(String name, int status, Web.Answer answer) {
            assertThat(answer.status()).as(name).isEqualTo(status);
            assertThat(String.valueOf(answer.header("Content-Type"))).as(name).startsWith("text/html");
            assertThat(pages.put(name, answer)).as("two states called " + name).isNull();
        }
    }

    static Map<String, Web.Answer> of(List<PageStates> modules, Web web) {
        Shown shown = new Shown();
        modules.forEach(module -> module.show(web, shown));
        return shown.pages;
    }
}
