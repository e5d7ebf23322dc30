package org.glasnik.platform;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Days and times as an editor of each language writes them. Patterns (of {@link DateTimeFormatter}) and the months are texts:
 * Java has the Serbian months in the nominative only, and ends Ukrainian and Russian dates with the word for "year".
 * Formatters are thread-safe and made once.
 */
@Component
public final class Dates {
    private static final String MONTH = "MMMM";

    private record Formats(
            DateTimeFormatter date,
            DateTimeFormatter day,
            DateTimeFormatter month,
            DateTimeFormatter weekday,
            DateTimeFormatter shortWeekday,
            DateTimeFormatter time) {}

    private final Map<Language, Formats> formats = new EnumMap<>(Language.class);

    public Dates(Texts texts) {
        for (Language language : Language.values()) {
            Locale locale = language.locale();
            Map<Long, String> months = months(texts.pattern(language, "platform.months"));
            formats.put(
                    language,
                    new Formats(
                            format(texts.pattern(language, "platform.date"), months, locale),
                            format(texts.pattern(language, "platform.date.day"), months, locale),
                            format(MONTH, months, locale),
                            format("EEEE", months, locale),
                            format("EEE", months, locale),
                            format(texts.pattern(language, "platform.time"), months, locale)));
        }
    }

    /** 8 March 2027. */
    public String date(Language language, LocalDate day) {
        return of(language).date().format(day);
    }

    /** The number of a day, as it stands before its month. */
    String day(Language language, LocalDate day) {
        return of(language).day().format(day);
    }

    /** As it stands after the number of a day: in the genitive. */
    String month(Language language, LocalDate day) {
        return of(language).month().format(day);
    }

    /** As within a sentence. */
    String weekday(Language language, LocalDate day) {
        return of(language).weekday().format(day);
    }

    String shortWeekday(Language language, LocalDate day) {
        return of(language).shortWeekday().format(day);
    }

    /** 14:05. */
    String time(Language language, LocalTime time) {
        return of(language).time().format(time);
    }

    private Formats of(Language language) {
        return java.util.Objects.requireNonNull(formats.get(language));
    }

    private static Map<Long, String> months(String words) {
        String[] names = words.split(" ");
        if (names.length != 12) {
            throw new IllegalArgumentException("Twelve months, not: " + words);
        }
        Map<Long, String> months = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            months.put(i + 1L, names[i]);
        }
        return months;
    }

    private static DateTimeFormatter format(String pattern, Map<Long, String> months, Locale locale) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int month = pattern.indexOf(MONTH);
        if (month < 0) {
            builder.appendPattern(pattern);
        } else {
            builder.appendPattern(pattern.substring(0, month))
                    .appendText(ChronoField.MONTH_OF_YEAR, months)
                    .appendPattern(pattern.substring(month + MONTH.length()));
        }
        return builder.toFormatter(locale);
    }
}
