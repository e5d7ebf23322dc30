package org.glasnik.platform;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every template is given: texts, dates and links in the reader's language, and who the reader is. */
public final class Screen {
    private final Map<String, String> labels = new HashMap<>();
    private final Texts texts;
    private final Dates dates;
    private final Languages languages;
    private final Assets assets;
    private final Language language;
    private final Theme theme;
    private final ZoneId zone;
    private final Clock clock;
    private final RequestUser user;
    private final String path;
    private final String query;
    private final @Nullable Csrf csrf;
    private final @Nullable Notice notice;
    private final @Nullable Accent accent;

    /** A hidden field against cross-site requests. */
    public record Csrf(String parameter, String token) {}

    Screen(
            Texts texts,
            Dates dates,
            Languages languages,
            Assets assets,
            Language language,
            Theme theme,
            ZoneId zone,
            Clock clock,
            RequestUser user,
            String path,
            String query,
            @Nullable Csrf csrf,
            @Nullable Notice notice,
            @Nullable Accent accent) {
        this.texts = texts;
        this.dates = dates;
        this.languages = languages;
        this.assets = assets;
        this.language = language;
        this.theme = theme;
        this.zone = zone;
        this.clock = clock;
        this.user = user;
        this.path = path;
        this.query = query;
        this.csrf = csrf;
        this.notice = notice;
        this.accent = accent;
    }

    public String t(String key, Object... named) {
        return texts.text(language, key, named);
    }

    public Language language() {
        return language;
    }

    public List<Language> languages() {
        return languages.offered();
    }

    public Theme theme() {
        return theme;
    }

    public RequestUser user() {
        return user;
    }

    public boolean signedIn() {
        return user.id() != null;
    }

    public String path() {
        return path;
    }

    /** This page's address with one preference changed by a link that needs no form: {@code ?lang=} or {@code ?theme=}. */
    public String here(String parameter, String value) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + parameter + "=" + value;
    }

    public boolean at(String href) {
        return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
    }

    public String asset(String name) {
        return assets.href(name);
    }

    public Optional<Csrf> csrf() {
        return Optional.ofNullable(csrf);
    }

    /** A fresh idempotency key for one form. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    /** Each field says it: the summary of errors stands above the fields and names them. */
    public void label(String field, String label) {
        labels.put(field, label);
    }

    public @Nullable String labelOf(String field) {
        return labels.get(field);
    }

    /** Writes a page that has errors into the void, so that its fields' labels are known above them. */
    public void rehearse(Content page) {
        page.writeTo(new OwaspHtmlTemplateOutput(new Utf8ByteOutput()));
    }

    public Optional<Accent> accent() {
        return Optional.ofNullable(accent);
    }

    public Instant now() {
        return clock.instant();
    }

    /** 8 March 2027. */
    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    public String date(LocalDate day) {
        return dates.date(language, day);
    }

    /** The parts of a date where they stand apart: the day's number as before its month, the month as after it. */
    public String day(Instant at) {
        return dates.day(language, at.atZone(zone).toLocalDate());
    }

    public String month(Instant at) {
        return dates.month(language, at.atZone(zone).toLocalDate());
    }

    /** As within a sentence: in lower case where the language has it so. */
    public String weekday(Instant at) {
        return dates.weekday(language, at.atZone(zone).toLocalDate());
    }

    public String shortWeekday(Instant at) {
        return dates.shortWeekday(language, at.atZone(zone).toLocalDate());
    }

    /** 14:05 in the reader's zone. */
    public String time(Instant at) {
        return dates.time(language, at.atZone(zone).toLocalTime());
    }

    /** Date, time and zone in words: no time is shown without its zone. */
    public String dateTime(Instant at) {
        return t("platform.dateTime", "date", date(at), "time", time(at), "zone", zoneName());
    }

    /** With offset, for {@code <time datetime>}. */
    public String iso(Instant at) {
        return ZonedDateTime.ofInstant(at, zone)
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toOffsetDateTime()
                .toString();
    }

    /** "Kyiv time", or the zone's own name where we have no words for it. */
    public String zoneName() {
        return zoneName(zone.getId());
    }

    public String zoneName(String id) {
        return texts.has("zone." + id) ? t("zone." + id) : id;
    }

    /** How long until an instant, in the two largest units: counted between instants, so a change of clocks is right. */
    public String left(Instant until) {
        return span("platform.left.", until);
    }

    /** "2 days 4 h left": its verb agrees with the number, so the two are one text. */
    public String remaining(Instant until) {
        return span("platform.remaining.", until);
    }

    private String span(String texts, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative()) {
            left = Duration.ZERO;
        }
        long days = left.toDays();
        long hours = left.toHoursPart();
        long minutes = left.toMinutesPart();
        if (days > 0) {
            return t(texts + "days", "days", days, "hours", hours);
        }
        return hours > 0
                ? t(texts + "hours", "hours", hours, "minutes", minutes)
                : t(texts + "minutes", "minutes", minutes);
    }

    public String number(long n) {
        return texts.number(language, n);
    }
}
