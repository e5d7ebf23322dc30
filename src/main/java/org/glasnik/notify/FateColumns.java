package org.glasnik.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glasnik.listing.ListFilter;
import org.glasnik.listing.Sheet;
import org.glasnik.platform.DefaultZone;
import org.glasnik.platform.Language;
import org.glasnik.platform.Texts;
import org.springframework.stereotype.Component;

/** The filters above the log of letters, and the columns of its exports. */
@Component
class FateColumns {
    private static final List<String> STATES = List.of("waiting", "held", "sending", "sent", "failed", "cancelled");

    private final LetterSamples samples;
    private final WritingLetters writing;
    private final DefaultZone zone;
    private final Texts texts;

    FateColumns(LetterSamples samples, WritingLetters writing, DefaultZone zone, Texts texts) {
        this.samples = samples;
        this.writing = writing;
        this.zone = zone;
        this.texts = texts;
    }

    List<ListFilter> filters(Language language) {
        Function<String, String> label = key -> texts.text(language, "notify.outbox.column." + key);
        Map<String, String> states = new LinkedHashMap<>();
        STATES.forEach(state -> states.put(state, texts.text(language, "notify.state." + state)));
        Map<String, String> names = new LinkedHashMap<>();
        samples.all().forEach((name, sample) -> names.put(name, writing.subject(sample, language, zone.get())));
        return List.of(
                ListFilter.choice("state", label.apply("state"), states),
                ListFilter.choice("name", label.apply("name"), names),
                ListFilter.text("address", label.apply("address")),
                ListFilter.date("from", texts.text(language, "notify.outbox.from")),
                ListFilter.date("to", texts.text(language, "notify.outbox.to")));
    }

    Sheet<Fate> sheet(Language language) {
        Function<String, String> heading = key -> texts.text(language, "notify.outbox.column." + key);
        return Sheet.<Fate>of("letters")
                .with("id", heading.apply("id"), letter -> letter.id().toString())
                .with("created", heading.apply("created"), Fate::createdAt)
                .with("name", heading.apply("name"), Fate::name)
                .with("subject", heading.apply("subject"), Fate::subject)
                .with("address", heading.apply("address"), Fate::toAddress)
                .with("language", heading.apply("language"), Fate::language)
                .with("state", heading.apply("state"), letter -> texts.text(language, "notify.state." + letter.state()))
                .with("attempts", heading.apply("attempts"), Fate::attempts)
                .with("doubt", heading.apply("doubt"), Fate::inDoubt)
                .with(
                        "fault",
                        heading.apply("fault"),
                        letter -> letter.lastFault() == null
                                ? null
                                : texts.text(language, "notify.fault." + letter.lastFault()))
                .with("sent", heading.apply("sent"), Fate::sentAt)
                .with("message_id", heading.apply("messageId"), Fate::messageId);
    }
}
