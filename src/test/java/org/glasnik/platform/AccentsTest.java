package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GlasnikTest
class AccentsTest {
    @Autowired
    Web web;

    /** The control: the lightness that the search begins with is too light for some hues. */
    @Test
    void everyHueCanBeReadOnEveryGround() {
        assertThat(IntStream.range(0, 360)
                        .filter(h -> Accents.contrast(Accents.rgb(h, 0.72, 0.30), Accents.LIGHT_GROUNDS[2]) < 4.5))
                .isNotEmpty();
        for (int hue = 0; hue < 360; hue++) {
            check(hue, Accents.light(hue), Accents.LIGHT_GROUNDS);
            check(hue, Accents.dark(hue), Accents.DARK_GROUNDS);
        }
    }

    private static void check(int hue, Accents.Tones tones, int[] grounds) {
        for (int colour : new int[] {tones.accent(), tones.deep()}) {
            for (int ground : grounds) {
                assertThat(Accents.contrast(colour, ground)).as("hue " + hue).isGreaterThanOrEqualTo(4.5);
            }
            assertThat(Accents.contrast(colour, tones.soft())).as("hue " + hue).isGreaterThanOrEqualTo(4.5);
            assertThat(Accents.contrast(colour, tones.on())).as("hue " + hue).isGreaterThanOrEqualTo(4.5);
        }
    }

    /** W3C's own examples of the two formulas. */
    @Test
    void coloursAndContrastAreTheStandards() {
        assertThat(Accents.rgb(0, 1, 0.5)).isEqualTo(0xff0000);
        assertThat(Accents.rgb(120, 1, 0.25)).isEqualTo(0x008000);
        assertThat(Accents.rgb(300, 1, 0.25)).isEqualTo(0x800080);
        assertThat(Accents.contrast(0x000000, 0xffffff)).isEqualTo(21.0);
        assertThat(Accents.contrast(0x767676, 0xffffff)).isBetween(4.54, 4.55);
    }

    @Test
    void theStylesheetIsKeptForAYear() {
        Web.Answer sheet = web.anonymous().get(Accents.href(318));
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).isEqualTo("text/css;charset=utf-8");
        assertThat(sheet.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(sheet.body())
                .matches(
                        "(?s):root,\\[data-bs-theme=light]\\{--g-accent:#[0-9a-f]{6};.*\\[data-bs-theme=dark]\\{.*}\n");
        assertThat(sheet.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(Accents.at("/accent/318.css"));
    }

    @Test
    void noOtherAddressIsAStylesheet() {
        for (String path :
                new String[] {"/accent/360.css", "/accent/-1.css", "/accent/07.css", "/accent/x.css", "/accent/"}) {
            assertThat(web.anonymous().get(path).status()).as(path).isEqualTo(404);
        }
    }
}
