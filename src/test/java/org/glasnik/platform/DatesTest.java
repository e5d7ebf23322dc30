package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Days, times and what is left, letter by letter. */
class DatesTest {
    private static final Texts TEXTS = new Texts();
    private static final Dates DATES = new Dates(TEXTS);
    private static final Instant NOW = Instant.parse("2027-03-08T12:05:30Z");

    static Stream<Arguments> firstDays() {
        return Stream.of(
                Arguments.of(
                        Language.UK,
                        "1 січня 2027, 1 лютого 2027, 1 березня 2027, 1 квітня 2027, 1 травня 2027, 1 червня 2027,"
                                + " 1 липня 2027, 1 серпня 2027, 1 вересня 2027, 1 жовтня 2027, 1 листопада 2027,"
                                + " 1 грудня 2027"),
                Arguments.of(
                        Language.SR,
                        "1. јануара 2027., 1. фебруара 2027., 1. марта 2027., 1. априла 2027., 1. маја 2027.,"
                                + " 1. јуна 2027., 1. јула 2027., 1. августа 2027., 1. септембра 2027.,"
                                + " 1. октобра 2027., 1. новембра 2027., 1. децембра 2027."),
                Arguments.of(
                        Language.SR_LATN,
                        "1. januara 2027., 1. februara 2027., 1. marta 2027., 1. aprila 2027., 1. maja 2027.,"
                                + " 1. juna 2027., 1. jula 2027., 1. avgusta 2027., 1. septembra 2027.,"
                                + " 1. oktobra 2027., 1. novembra 2027., 1. decembra 2027."),
                Arguments.of(
                        Language.RU,
                        "1 января 2027, 1 февраля 2027, 1 марта 2027, 1 апреля 2027, 1 мая 2027, 1 июня 2027,"
                                + " 1 июля 2027, 1 августа 2027, 1 сентября 2027, 1 октября 2027, 1 ноября 2027,"
                                + " 1 декабря 2027"),
                Arguments.of(
                        Language.EN,
                        "1 January 2027, 1 February 2027, 1 March 2027, 1 April 2027, 1 May 2027, 1 June 2027,"
                                + " 1 July 2027, 1 August 2027, 1 September 2027, 1 October 2027, 1 November 2027,"
                                + " 1 December 2027"));
    }

    @ParameterizedTest
    @MethodSource("firstDays")
    void everyMonthStandsInItsCase(Language language, String expected) {
        List<String> dates = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> DATES.date(language, LocalDate.of(2027, month, 1)))
                .toList();
        assertThat(String.join(", ", dates)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UK, понеділок, пн, 8, березня, 09:05",
        "SR, понедељак, пон, 8., марта, 09.05",
        "SR_LATN, ponedeljak, pon, 8., marta, 09.05",
        "RU, понедельник, пн, 8, марта, 09:05",
        "EN, Monday, Mon, 8, March, 09:05"
    })
    void thePartsOfADate(Language language, String weekday, String brief, String day, String month, String time) {
        LocalDate date = LocalDate.of(2027, 3, 8);
        assertThat(List.of(
                        DATES.weekday(language, date),
                        DATES.shortWeekday(language, date),
                        DATES.day(language, date),
                        DATES.month(language, date),
                        DATES.time(language, LocalTime.of(9, 5, 59))))
                .containsExactly(weekday, brief, day, month, time);
    }

    private static Screen screen(Language language) {
        return new Screen(
                TEXTS,
                DATES,
                null,
                null,
                language,
                Theme.LIGHT,
                ZoneId.of("Europe/Kyiv"),
                Clock.fixed(NOW, ZoneOffset.UTC),
                RequestUser.NOBODY,
                "/",
                "",
                null,
                null,
                null);
    }

    /** No time without its date and zone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UK      | 8 березня 2027, 14:05 за Києвом",
                "SR      | 8. марта 2027. у 14.05 по кијевском времену",
                "SR_LATN | 8. marta 2027. u 14.05 po kijevskom vremenu",
                "RU      | 8 марта 2027, 14:05 по Киеву",
                "EN      | 8 March 2027, 14:05 Kyiv time"
            })
    void aMomentInWords(Language language, String expected) {
        assertThat(spaced(screen(language).dateTime(NOW))).isEqualTo(expected);
    }

    /** The verb agrees with the number, and nothing is left at nought. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UK      | P2DT4H      | лишилося 2 дні 4 год",
                "UK      | P1D         | лишився 1 день",
                "UK      | P21DT1H     | лишився 21 день 1 год",
                "UK      | PT1H5M      | лишилася 1 год 5 хв",
                "UK      | PT5H        | лишилося 5 год",
                "UK      | PT30S       | лишилося менше хвилини",
                "UK      | -PT5M       | лишилося менше хвилини",
                "SR      | P2DT4H      | остало 2 дана и 4 сата",
                "SR      | P1DT1H      | остао 1 дан и 1 сат",
                "SR      | P5DT5H      | остало 5 дана и 5 сати",
                "SR      | PT1H5M      | остао 1 сат и 5 мин",
                "SR_LATN | P2D         | ostalo 2 dana",
                "RU      | P1DT4H      | остался 1 день 4 ч",
                "RU      | P5D         | осталось 5 дней",
                "RU      | PT1M        | осталась 1 мин",
                "EN      | P2DT4H      | 2 days 4 h left",
                "EN      | P1D         | 1 day left",
                "EN      | PT3H20M     | 3 h 20 min left"
            })
    void whatRemains(Language language, String span, String expected) {
        assertThat(spaced(screen(language).remaining(NOW.plus(java.time.Duration.parse(span)))))
                .isEqualTo(expected);
    }

    @Test
    void whatIsLeftStandsAfterAPreposition() {
        assertThat(spaced(screen(Language.SR).left(NOW.plusSeconds(86_400 + 3_600))))
                .isEqualTo("1 дан и 1 сат");
        assertThat(spaced(screen(Language.UK).left(NOW.plusSeconds(7_200)))).isEqualTo("2 год");
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ');
    }
}
