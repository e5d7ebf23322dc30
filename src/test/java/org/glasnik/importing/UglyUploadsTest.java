package org.glasnik.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is uploaded is read or refused in words at its field; what each refusal says is the matter of the reader's tests. */
@GlasnikTest
class UglyUploadsTest {
    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private static byte[] zip(String name, int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 16];
            for (int i = 0; i < zeros >> 16; i++) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> refused() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("noise.csv", noise);
        files.put("noise.xlsx", noise);
        files.put("bomb.xlsx", zip("xl/worksheets/sheet1.xml", 1 << 28));
        files.put("escapes.xlsx", zip("../../etc/passwd", 1 << 16));
        files.put("page.xlsx", "<html><table><tr><td>code</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
        files.put("letter.pdf", "%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.ISO_8859_1));
        files.put("nested.json", "[{\"code\": {\"a\": 1}}]".getBytes(StandardCharsets.UTF_8));
        files.put("half.json", "[{\"code\": \"A\"".getBytes(StandardCharsets.UTF_8));
        files.put("wide.csv", (",x".repeat(300) + "\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static Map<String, byte[]> taken() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String table = "code;name;kind\nU-1;Ђурђево „Тест“ їжак;city\n";
        files.put("utf8.csv", table.getBytes(StandardCharsets.UTF_8));
        files.put("bom.csv", ("\ufeff" + table).getBytes(StandardCharsets.UTF_8));
        files.put("utf16.csv", ("\ufeff" + table).getBytes(StandardCharsets.UTF_16LE));
        files.put("windows.csv", table.getBytes(Charset.forName("windows-1251")));
        files.put("tabs.txt", table.replace(';', '\t').getBytes(StandardCharsets.UTF_8));
        files.put("../../<script>alert(1)</script>\u202e.csv", table.getBytes(StandardCharsets.UTF_8));
        files.put(
                "array.json",
                "[{\"code\":\"U-1\",\"name\":\"Ђурђево „Тест“ їжак\",\"kind\":\"city\"}]"
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() throws IOException {
        int before = imports();
        Web operator = web.as("operator").in("en");
        for (Map.Entry<String, byte[]> file : refused().entrySet()) {
            Web.Answer answer = operator.upload(
                    "/imports", "/imports", Map.of("kind", "bodies"), "file", file.getKey(), file.getValue());
            assertThat(answer.status()).as(file.getKey()).isEqualTo(422);
            String said = answer.page().select(".g-errors li").text();
            assertThat(said).as(file.getKey()).startsWith("File: ").doesNotContain("spreadsheet.refused");
            assertThat(answer.page()
                            .select("select[name=kind] option[selected]")
                            .val())
                    .isEqualTo("bodies");
        }
        assertThat(imports()).isEqualTo(before);
    }

    private int imports() {
        return jdbc.sql("select count(*) from importing.import")
                .query(Integer.class)
                .single();
    }

    @Test
    void theSameTableIsTheSameInEveryDress() {
        Web operator = web.as("operator").in("en");
        for (Map.Entry<String, byte[]> file : taken().entrySet()) {
            Importing done = Importing.of(operator, "bodies", file.getKey(), file.getValue())
                    .columns(Map.of());
            assertThat(done.page().page().select("tbody tr th").text())
                    .as(file.getKey())
                    .isEqualTo("Ђурђево „Тест“ їжак");
            assertThat(done.counts()).as(file.getKey()).containsExactly(1, 0, 0, 0);
        }
    }

    /** Who asks, the import, how many rows, the rows: with one row, with three and with three hundred. */
    @Test
    void theRowsCostTheSame() {
        Web operator = web.as("operator").in("en");
        for (int rows : new int[] {1, 3, 300}) {
            StringBuilder table = new StringBuilder("code,name,kind\n");
            for (int i = 0; i < rows; i++) {
                table.append("Q-").append(i).append(",Name ").append(i).append(",city\n");
            }
            Importing done =
                    Importing.of(operator, "bodies", "q.csv", table.toString()).columns(Map.of());
            web.statements();
            assertThat(done.page().page().select("tbody tr")).hasSize(Math.min(rows, 50));
            assertThat(web.statements()).as(rows + " rows").hasSize(4);
            operator.get("/imports");
            assertThat(web.statements()).as("imports").hasSize(2);
        }
    }
}
