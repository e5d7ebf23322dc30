package org.glasnik.officialpage;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.glasnik.platform.SerbianLatin;
import org.glasnik.platform.Texts;
import org.glasnik.registry.BodyKind;
import org.springframework.stereotype.Component;

/** Words for what a page's record holds as codes. Maps are tag to words, in the order shown. */
@Component
class PageWords {
    private final Texts texts;

    PageWords(Texts texts) {
        this.texts = texts;
    }

    Map<String, String> platforms(Language reader) {
        return words(reader, "officialpage.platform.", Platform.values(), Platform::tag);
    }

    Map<String, String> categories(Language reader) {
        return words(reader, "officialpage.category.", PageCategory.values(), PageCategory::tag);
    }

    Map<String, String> statuses(Language reader) {
        return words(reader, "officialpage.status.", PageStatus.values(), PageStatus::tag);
    }

    Map<String, String> lacks(Language reader) {
        return words(reader, "officialpage.lack.", Lack.values(), Lack::tag);
    }

    Map<String, String> proofs(Language reader) {
        return words(reader, "officialpage.proof.", ProofKind.values(), ProofKind::tag);
    }

    Map<String, String> kinds(Language reader) {
        return words(reader, "registry.kind.", BodyKind.values(), BodyKind::tag);
    }

    /** Names of languages as the reader calls them. */
    static String languages(Language reader, List<String> tags) {
        ULocale locale = ULocale.forLocale(reader.locale());
        String names = String.join(
                ", ",
                tags.stream()
                        .map(tag -> new ULocale(tag).getDisplayNameWithDialect(locale))
                        .toList());
        return reader == Language.SR_LATN ? SerbianLatin.of(names) : names;
    }

    private <E> Map<String, String> words(Language reader, String prefix, E[] all, Function<E, String> tag) {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(all).map(tag).forEach(t -> words.put(t, texts.text(reader, prefix + t)));
        return words;
    }
}
