package org.glasnik.pageduty;

import com.ibm.icu.text.Collator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnik.pageaddress.Platform;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.glasnik.registry.BodyKind;
import org.springframework.stereotype.Component;

/** Words for kinds of bodies, in the order of the reader's alphabet, and for platforms. */
@Component
class DutyWords {
    private final Texts texts;

    DutyWords(Texts texts) {
        this.texts = texts;
    }

    Map<String, String> kinds(Language reader) {
        Map<String, String> words = new LinkedHashMap<>();
        sorted(Arrays.asList(BodyKind.values()), reader).forEach(kind -> words.put(kind.tag(), kind(reader, kind)));
        return words;
    }

    List<BodyKind> sorted(List<BodyKind> kinds, Language reader) {
        Collator order = Collator.getInstance(reader.locale());
        return kinds.stream()
                .sorted((a, b) -> order.compare(kind(reader, a), kind(reader, b)))
                .toList();
    }

    String kind(Language reader, BodyKind kind) {
        return texts.text(reader, "registry.kind." + kind.tag());
    }

    Map<String, String> platforms(Language reader) {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(Platform.values()).forEach(platform -> words.put(platform.tag(), platform(reader, platform)));
        return words;
    }

    String platform(Language reader, Platform platform) {
        return texts.text(reader, "officialpage.platform." + platform.tag());
    }
}
