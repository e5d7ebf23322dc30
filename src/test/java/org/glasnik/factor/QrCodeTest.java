package org.glasnik.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    /** RFC 4648, section 10, without padding. */
    @Test
    void base32IsThatOfTheStandard() {
        assertThat(QrCode.base32("f".getBytes(US_ASCII))).isEqualTo("MY");
        assertThat(QrCode.base32("foobar".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.of("MZXW6YTBOI").secret()).isEqualTo("foobar".getBytes(US_ASCII));
    }

    /** RFC 6238, appendix B, SHA-1, six of the eight digits. */
    @Test
    void codesAreThoseOfTheStandard() {
        Totp phone = new Totp("12345678901234567890".getBytes(US_ASCII));
        assertThat(phone.code(java.time.Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(phone.code(java.time.Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
    }

    @Test
    void aReaderReadsWhatWasDrawn() throws Exception {
        String text = QrCode.totp("о.прикладна+1@example.org", "12345678901234567890".getBytes(US_ASCII));
        QrCode qr = QrCode.of(text);
        assertThat(new QRCodeReader().decode(picture(qr)).getText()).isEqualTo(text);
    }

    private static BinaryBitmap picture(QrCode qr) {
        int scale = 4;
        int side = qr.size() * scale;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z").matcher(qr.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            int width = Integer.parseInt(run.group(3)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
            }
        }
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    }
}
