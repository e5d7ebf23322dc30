package org.glasnik.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormErrorsTest {
    private static String said(FormErrors errors) {
        return errors.all().stream().map(FormErrors.FormError::key).toList().toString();
    }

    /** The control: a text of several lines takes what a line must not have. */
    @Test
    void aLineHoldsNothingUnseen() {
        for (String bad : List.of(
                "a\nb", "a\tb", "a\u202eb", "a\u200bb", "a\u2066b", "a\ufeffb", "a\u00adb", "a\u2028b", "a\u0085b")) {
            FormErrors errors = FormErrors.none();
            assertThat(errors.line("x", bad, 10)).isEmpty();
            assertThat(said(errors)).as(bad).isEqualTo("[platform.error.control]");
        }
        FormErrors text = FormErrors.none();
        assertThat(text.text("x", "a\nb\u202e", 10)).isEqualTo("a\nb\u202e");
        assertThat(text.any()).isFalse();
    }

    @Test
    void theJoinersStay() {
        FormErrors errors = FormErrors.none();
        assertThat(errors.line("x", " क्‍ष a\u200cb ", 10)).isEqualTo("क्‍ष a\u200cb");
        assertThat(errors.any()).isFalse();
    }

    @Test
    void whatMayBeEmptyIsALineToo() {
        FormErrors errors = FormErrors.none();
        assertThat(errors.optional("x", "  ", 10)).isEmpty();
        assertThat(errors.optional("x", "a\r\nb", 10)).isEqualTo("a b");
        assertThat(errors.any()).isFalse();
        assertThat(errors.optional("x", "a\u202eb", 10)).isEmpty();
        assertThat(said(errors)).isEqualTo("[platform.error.control]");
    }

    @Test
    void oneFieldHasOneError() {
        for (String bad : List.of("", "aaaaaaaaaaa", "a\u0000")) {
            FormErrors errors = FormErrors.none();
            errors.name("x", bad, 10);
            assertThat(errors.all()).hasSize(1);
        }
    }

    @Test
    void aNameHoldsNoLink() {
        FormErrors errors = FormErrors.none();
        assertThat(errors.name("x", "Go to HTTPS://a", 20)).isEmpty();
        assertThat(errors.name("y", "Www.a.example", 20)).isEmpty();
        assertThat(said(errors)).isEqualTo("[platform.error.link, platform.error.link]");
        assertThat(errors.name("z", "Anna-Mariia O’Neill", 20)).isEqualTo("Anna-Mariia O’Neill");
    }
}
