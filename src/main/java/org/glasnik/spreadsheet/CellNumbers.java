package org.glasnik.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as a person sees them: dates by ISO 8601, codes with their zeros, shares in per cent, no exponents. */
final class CellNumbers {
    private enum Look {
        NUMBER,
        PERCENT,
        DATE,
        DATE_TIME,
        TIME,
        DURATION
    }

    /**
     * @param digits zeros are put before a whole number until it has so many
     * @param before a plus sign, where the format writes one
     */
    private record Style(Look look, int digits, String before) {
        static final Style PLAIN = new Style(Look.NUMBER, 0, "");
    }

    /** What a spreadsheet keeps of a number (IEEE 754, as Excel shows it). */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int STYLES = 65_536;
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(?i:h+|m+|s+)])[^\\]]*]");
    private static final Pattern CODE = Pattern.compile("(?:\"\\+\"|\\\\\\+|\\+)?(0+|#)");
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private final List<Style> styles;
    private final boolean since1904;

    private CellNumbers(List<Style> styles, boolean since1904) {
        this.styles = styles;
        this.since1904 = since1904;
    }

    static CellNumbers of(Archive archive, @Nullable String part, boolean since1904) throws IOException, TableRefused {
        List<Style> styles = new ArrayList<>();
        if (part != null && archive.has(part)) {
            Map<Integer, String> codes = new HashMap<>();
            try (XmlPart xml = archive.xml(part)) {
                boolean cells = false;
                while (xml.next()) {
                    if (xml.starts("numFmt")) {
                        codes.put(xml.number("numFmtId", 0), String.valueOf(xml.attribute("formatCode")));
                    } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                        cells = xml.starts("cellXfs");
                    } else if (cells && xml.starts("xf")) {
                        int id = xml.number("numFmtId", 0);
                        String code = codes.get(id);
                        styles.add(code == null ? builtIn(id) : style(code));
                    }
                    if (styles.size() > STYLES || codes.size() > STYLES) {
                        throw TableRefused.file("damaged");
                    }
                }
            }
        }
        return new CellNumbers(styles, since1904);
    }

    /** Formats that a workbook names by number only (ISO/IEC 29500-1, 18.8.30). */
    private static Style builtIn(int id) {
        return switch (id) {
            case 9, 10 -> new Style(Look.PERCENT, 0, "");
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> new Style(Look.DATE, 0, "");
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> new Style(Look.TIME, 0, "");
            case 22 -> new Style(Look.DATE_TIME, 0, "");
            case 46 -> new Style(Look.DURATION, 0, "");
            default -> Style.PLAIN;
        };
    }

    private static Style style(String code) {
        String positive = code.split(";", 2)[0];
        if (CODE.matcher(positive).matches()) {
            int digits = (int) positive.chars().filter(c -> c == '0').count();
            return new Style(Look.NUMBER, digits, positive.contains("+") ? "+" : "");
        }
        String bare = LITERALS.matcher(positive).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        if (bare.contains("[h") || bare.contains("[m") || bare.contains("[s")) {
            return new Style(Look.DURATION, 0, "");
        }
        if (bare.contains("general")) {
            return Style.PLAIN;
        }
        boolean time = bare.contains("h") || bare.contains("s");
        boolean date = bare.contains("y") || bare.contains("d") || (bare.contains("m") && !time);
        Look look = date && time
                ? Look.DATE_TIME
                : date ? Look.DATE : time ? Look.TIME : bare.contains("%") ? Look.PERCENT : Look.NUMBER;
        return new Style(look, 0, "");
    }

    /**
     * @param literal as the file has it
     * @param style its number in the workbook, -1 for none
     * @return null where it is no number, or a whole number of which the spreadsheet no longer has all digits
     */
    @Nullable
    String shown(String literal, int style) {
        Style as = style >= 0 && style < styles.size() ? styles.get(style) : Style.PLAIN;
        BigDecimal value;
        try {
            value = new BigDecimal(literal.strip());
        } catch (NumberFormatException e) {
            return null;
        }
        if (Math.abs((long) value.precision() - value.scale()) > 400 || value.precision() > 400) {
            return null;
        }
        return switch (as.look) {
            case NUMBER -> number(value, literal.strip(), as);
            case PERCENT -> plain(value.movePointRight(2).round(KEPT)) + "%";
            case DATE, DATE_TIME, TIME -> moment(value, as.look);
            case DURATION -> duration(value);
        };
    }

    private static @Nullable String number(BigDecimal value, String literal, Style as) {
        String text = plain(value.round(KEPT));
        if (value.abs().compareTo(BigDecimal.TEN.pow(15)) >= 0 && text.indexOf('.') < 0) {
            // Sixteen digits and more: a spreadsheet has put zeros for the last ones, unless a program wrote them all.
            if (!literal.matches("-?[0-9]*[1-9]")) {
                return null;
            }
            text = literal;
        }
        return as.before
                + (as.digits > text.length() && text.matches("[0-9]+")
                        ? "0".repeat(as.digits - text.length()) + text
                        : text);
    }

    /** Whether it is for its digits that a number is not shown. */
    static boolean tooLong(String literal) {
        try {
            BigDecimal value = new BigDecimal(literal.strip());
            return (long) value.precision() - value.scale() > KEPT.getPrecision();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private @Nullable String moment(BigDecimal value, Look look) {
        if (value.signum() < 0 || value.compareTo(LAST_DAY) >= 0) {
            return null;
        }
        long seconds = value.multiply(DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long day = seconds / 86_400;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
        if (look == Look.TIME && day == 0) {
            return time.toString();
        }
        // Excel's calendar has a 29 February 1900, as Lotus 1-2-3 had: the days before it are one further.
        LocalDate date = since1904
                ? LocalDate.of(1904, 1, 1).plusDays(day)
                : LocalDate.of(1899, 12, 30).plusDays(day < 60 ? day + 1 : day);
        return look == Look.DATE
                ? date.toString()
                : LocalDateTime.of(date, time).toString();
    }

    private static String duration(BigDecimal value) {
        long seconds = value.multiply(DAY).setScale(0, RoundingMode.HALF_UP).longValue();
        String sign = seconds < 0 ? "-" : "";
        long s = Math.abs(seconds);
        return sign + "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }
}
