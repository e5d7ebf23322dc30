package org.glasnik.platform;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stylesheet of an organiser's hue: four colours for light pages and four for dark ones, each moved in lightness until
 * text in it has 4.5 : 1 on every ground where it stands.
 *
 * <p>Hue, saturation and lightness after CSS Color 4, section 7 ("HSL Colors"); contrast after WCAG 2.2, definitions of
 * "contrast ratio" and "relative luminance".
 */
public final class Accents {
    /** WCAG asks for 4.5; a calm page takes more. */
    private static final double CALM = 6.5;

    static final String PREFIX = "/accent/";

    /** Grounds of glasnik.css on which coloured text stands, as {@code 0xrrggbb}. */
    static final int[] LIGHT_GROUNDS = {0xfcfcfa, 0xffffff, 0xf3f5f4};

    static final int[] DARK_GROUNDS = {0x10181c, 0x172227, 0x1b272d};

    private static final Map<Integer, String> SHEETS = new ConcurrentHashMap<>();

    private Accents() {}

    /**
     * @param accent links, bars, the main button
     * @param deep the same under the pointer
     * @param soft a ground for text in the accent
     * @param on text on a button
     */
    record Tones(int accent, int deep, int soft, int on) {}

    static Tones light(int hue) {
        int soft = rgb(hue, 0.32, 0.932);
        double lightness = 0.27;
        while (least(rgb(hue, 0.72, lightness), soft, LIGHT_GROUNDS) < CALM) {
            lightness -= 0.005;
        }
        return new Tones(rgb(hue, 0.72, lightness), rgb(hue, 0.72, lightness - 0.07), soft, 0xffffff);
    }

    static Tones dark(int hue) {
        int soft = rgb(hue, 0.42, 0.135);
        int on = rgb(hue, 0.75, 0.095);
        double lightness = 0.64;
        while (least(rgb(hue, 0.53, lightness), soft, DARK_GROUNDS) < CALM
                || contrast(rgb(hue, 0.53, lightness), on) < CALM) {
            lightness += 0.005;
        }
        return new Tones(rgb(hue, 0.53, lightness), rgb(hue, 0.6, lightness + 0.12), soft, on);
    }

    private static double least(int colour, int soft, int[] grounds) {
        double least = contrast(colour, soft);
        for (int ground : grounds) {
            least = Math.min(least, contrast(colour, ground));
        }
        return least;
    }

    /** A hue as it will look, for drawings: each {@code #rrggbb}. */
    public record Swatch(String light, String lightSoft, String dark, String darkSoft) {}

    public static Swatch swatch(int hue) {
        Tones light = light(hue);
        Tones dark = dark(hue);
        return new Swatch(hex(light.accent()), hex(light.soft()), hex(dark.accent()), hex(dark.soft()));
    }

    /** The address of the stylesheet; another release that computes other colours gives another address. */
    public static String href(int hue) {
        return PREFIX + hue + ".css?v=" + Assets.hash(sheet(hue).getBytes(StandardCharsets.UTF_8));
    }

    /** The stylesheet at a path, null where there is none. */
    static byte @Nullable [] at(String path) {
        if (!path.matches("/accent/(0|[1-9][0-9]{0,2})\\.css")) {
            return null;
        }
        int hue = Integer.parseInt(path.substring(PREFIX.length(), path.length() - 4));
        return hue > 359 ? null : sheet(hue).getBytes(StandardCharsets.UTF_8);
    }

    private static String sheet(int hue) {
        return SHEETS.computeIfAbsent(
                hue,
                h -> ":root,[data-bs-theme=light]" + rule(light(h)) + "\n[data-bs-theme=dark]" + rule(dark(h)) + "\n");
    }

    private static String rule(Tones tones) {
        return "{--g-accent:" + hex(tones.accent()) + ";--g-accent-deep:" + hex(tones.deep()) + ";--g-accent-soft:"
                + hex(tones.soft()) + ";--g-on-accent:" + hex(tones.on()) + "}";
    }

    private static String hex(int rgb) {
        return "#%06x".formatted(rgb);
    }

    static int rgb(int hue, double saturation, double lightness) {
        return channel(0, hue, saturation, lightness) << 16
                | channel(8, hue, saturation, lightness) << 8
                | channel(4, hue, saturation, lightness);
    }

    private static int channel(int n, int hue, double saturation, double lightness) {
        double k = (n + hue / 30.0) % 12;
        double a = saturation * Math.min(lightness, 1 - lightness);
        return (int) Math.round(255 * (lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
    }

    static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
