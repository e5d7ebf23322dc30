package org.glasnik.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.glasnik.access.PersonId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Viewers;
import org.glasnik.personal.Erasures;
import org.glasnik.testing.Cast;
import org.glasnik.testing.GlasnikTest;
import org.glasnik.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@GlasnikTest
class StoringFilesTest {
    private static final FilePurpose ANY = FilePurpose.of("test.any", 2, 5, FileType.values());
    private static final FilePurpose PHOTO = FilePurpose.of("test.photo", 2, 5, FileType.PNG, FileType.JPEG);

    @Autowired
    StoringFiles storing;

    @Autowired
    StoredFiles files;

    @Autowired
    FileFolder folder;

    @Autowired
    FileSender sender;

    @Autowired
    SweepingFiles sweeping;

    @Autowired
    Erasures erasures;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PersonId person;

    @BeforeEach
    void noFiles() {
        person = Cast.person(jdbc, "resident");
        jdbc.sql("delete from file.file").update();
        onDisk().forEach(FileFolder::delete);
        folder.leftIncoming().forEach(FileFolder::delete);
    }

    private List<Path> onDisk() {
        return folder.shards().stream()
                .flatMap(shard -> folder.files(shard).stream())
                .toList();
    }

    private StoredFile store(byte[] content, String name, FilePurpose purpose) throws Exception {
        return store(new ByteArrayInputStream(content), name, purpose);
    }

    private StoredFile store(InputStream content, String name, FilePurpose purpose) throws Exception {
        List<Exception> thrown = new ArrayList<>();
        StoredFile stored = transaction.execute(status -> {
            try {
                return storing.store(content, name, purpose, FileOwner.person(person));
            } catch (FileRefused | IOException e) {
                status.setRollbackOnly();
                thrown.add(e);
                return null;
            }
        });
        if (!thrown.isEmpty()) {
            throw thrown.getFirst();
        }
        return stored;
    }

    private String refusal(byte[] content, String name, FilePurpose purpose) {
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> store(content, name, purpose));
        assertThat(refused).as("was stored").isNotNull();
        assertThat(onDisk()).isEmpty();
        assertThat(folder.leftIncoming()).isEmpty();
        assertThat(jdbc.sql("select count(*) from file.file")
                        .query(Integer.class)
                        .single())
                .isZero();
        return refused.key();
    }

    @Test
    void aFileIsThereOnceItIsAcknowledged() throws Exception {
        byte[] text = "Порядок денний\n".getBytes(UTF_8);
        StoredFile stored = store(text, "порядок.txt", ANY);
        assertThat(Files.readAllBytes(folder.path(stored.id()))).isEqualTo(text);
        assertThat(files.of(Set.of(stored.id()))).isEqualTo(Map.of(stored.id(), stored));
        assertThat(stored.name()).isEqualTo("порядок.txt");
        assertThat(stored.type()).isEqualTo(FileType.TEXT);
        assertThat(stored.size()).isEqualTo(text.length);
        assertThat(folder.path(stored.id()).toString())
                .doesNotContain("порядок")
                .endsWith(stored.id().toString());
        assertThat(folder.leftIncoming()).isEmpty();
    }

    @Test
    void withoutATransactionNothingIsStored() {
        assertThatThrownBy(() -> storing.store(
                        new ByteArrayInputStream(new byte[] {65}), "a.txt", ANY, FileOwner.person(person)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    static Stream<Arguments> nasty() throws IOException {
        byte[] png = Pictures.plain("png");
        byte[] jpg = Pictures.plain("jpg");
        byte[] broken = png.clone();
        broken[60] ^= 0x55;
        return Stream.of(
                Arguments.of(
                        "HTML as PNG", bytes("<!DOCTYPE html><html><script>alert(1)</script></html>"), "a.png", "type"),
                Arguments.of(
                        "SVG with a script",
                        bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
                        "a.svg",
                        "type"),
                Arguments.of(
                        "SVG as PNG",
                        bytes("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                        "a.png",
                        "type"),
                Arguments.of(
                        "XHTML",
                        bytes("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>"),
                        "a.txt",
                        "type"),
                Arguments.of(
                        "XML with entities",
                        bytes("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'>]><l>&a;</l>"),
                        "a.docx",
                        "type"),
                Arguments.of("a program", bytes("MZ\u0090\u0000\u0003\u0000\u0000\u0000"), "a.pdf", "type"),
                Arguments.of("a script", bytes("#!/bin/sh\nrm -rf /\n"), "a.txt", "type"),
                Arguments.of("a bare ZIP", zip("a.txt"), "a.docx", "type"),
                Arguments.of(
                        "a ZIP that climbs out",
                        zip("[Content_Types].xml", "word/document.xml", "../../etc/passwd"),
                        "a.docx",
                        "type"),
                Arguments.of(
                        "a ZIP that is two documents",
                        zip("[Content_Types].xml", "word/document.xml", "xl/workbook.xml"),
                        "a.docx",
                        "type"),
                Arguments.of(
                        "a document with macros",
                        zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        "a.docx",
                        "type"),
                Arguments.of("a ZIP bomb", Pictures.bomb(600), "a.docx", "type"),
                Arguments.of("a ZIP of 10,000", Pictures.manyEntries(10_000), "a.docx", "type"),
                Arguments.of("a JAR", zip("META-INF/MANIFEST.MF", "A.class"), "a.docx", "type"),
                Arguments.of("50,000 x 50,000 points", Pictures.hugePng(50_000), "a.png", "pixels"),
                Arguments.of("points beyond all integers", Pictures.hugePng(-1), "a.png", "pixels"),
                Arguments.of("no points", Pictures.hugePng(0), "a.png", "broken"),
                Arguments.of("a PNG cut off", Arrays.copyOf(png, png.length - 20), "a.png", "broken"),
                Arguments.of("a PNG of its signature", Arrays.copyOf(png, 8), "a.png", "broken"),
                Arguments.of("a PNG with a false sum", broken, "a.png", "broken"),
                Arguments.of("a JPEG cut off", Arrays.copyOf(jpg, jpg.length - 20), "a.jpg", "broken"),
                Arguments.of("a JPEG of its beginning", Arrays.copyOf(jpg, 24), "a.jpg", "broken"),
                Arguments.of("nothing", new byte[0], "a.txt", "empty"),
                Arguments.of("too much", new byte[2 * 1024 * 1024 + 1], "a.txt", "large"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... entries) throws IOException {
        return Pictures.zip(entries);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nasty")
    void aNastyFileIsRefused(String what, byte[] content, String name, String reason) {
        assertThat(refusal(content, name, ANY)).as(what).isEqualTo("file.refused." + reason);
    }

    static Stream<Arguments> good() throws IOException {
        return Stream.of(
                Arguments.of(Pictures.plain("png"), FileType.PNG),
                Arguments.of(Pictures.plain("jpg"), FileType.JPEG),
                Arguments.of(bytes("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF"), FileType.PDF),
                Arguments.of(zip("[Content_Types].xml", "word/document.xml"), FileType.DOCX),
                Arguments.of(zip("[Content_Types].xml", "xl/workbook.xml"), FileType.XLSX),
                Arguments.of(zip("[Content_Types].xml", "ppt/presentation.xml"), FileType.PPTX),
                Arguments.of("ім’я;пошта\nОлена;olena@mail.example\n".getBytes(UTF_8), FileType.TEXT));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("good")
    void aGoodFileIsTakenWhateverItIsCalled(byte[] content, FileType type) throws Exception {
        assertThat(store(content, "x.exe", ANY).type()).isEqualTo(type);
        assertThat(store(content, null, ANY).name())
                .isEqualTo("file." + type.endings().getFirst());
    }

    /** A type that is fine elsewhere is refused where it has no business. */
    @Test
    void aPurposeTakesItsOwnTypesOnly() {
        assertThat(refusal(bytes("plain"), "a.png", PHOTO)).isEqualTo("file.refused.type");
    }

    @Test
    void aPhotoTellsNothingBesideThePicture() throws Exception {
        byte[] photo = Pictures.photo();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1))
                .as("it could have told")
                .contains(Pictures.GPS);
        byte[] stored =
                Files.readAllBytes(folder.path(store(photo, "a.jpg", PHOTO).id()));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(Pictures.GPS)
                .doesNotContain("script")
                .doesNotContain("xap");
        assertThat(Exif.orientation(stored)).as("it still stands upright").isEqualTo(6);
        assertSamePicture(stored, photo);
    }

    @Test
    void aPngTellsNothingBesideThePicture() throws Exception {
        byte[] png = Pictures.tellingPng();
        assertThat(new String(png, StandardCharsets.ISO_8859_1))
                .as("it could have told")
                .contains(Pictures.GPS);
        byte[] stored =
                Files.readAllBytes(folder.path(store(png, "a.png", PHOTO).id()));
        assertThat(stored).isEqualTo(Pictures.plain("png"));
        assertSamePicture(stored, png);
    }

    private static void assertSamePicture(byte[] stored, byte[] given) throws IOException {
        BufferedImage one = Pictures.read(stored);
        BufferedImage other = Pictures.read(given);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                assertThat(one.getRGB(x, y)).isEqualTo(other.getRGB(x, y));
            }
        }
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream breaking = new InputStream() {
            private int left = 1000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("Connection reset");
                }
                return 'a';
            }
        };
        assertThatThrownBy(() -> store(breaking, "a.txt", ANY)).hasMessage("Connection reset");
        assertThat(onDisk()).isEmpty();
        assertThat(folder.leftIncoming()).isEmpty();
    }

    @Test
    void theQuotaHoldsHoweverManyComeAtOnce() throws Exception {
        byte[] megabyte = "абвг\n".repeat(1024 * 1024 / 9).getBytes(UTF_8);
        List<Future<Boolean>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 12; i++) {
                running.add(threads.submit((Callable<Boolean>) () -> {
                    try {
                        store(megabyte, "a.txt", ANY);
                        return true;
                    } catch (FileRefused e) {
                        assertThat(e.key()).isEqualTo("file.refused.quota");
                        return false;
                    }
                }));
            }
        }
        int stored = 0;
        for (Future<Boolean> one : running) {
            stored += one.get() ? 1 : 0;
        }
        assertThat(stored).isEqualTo(5);
        assertThat(onDisk()).hasSize(5);
    }

    @Test
    void aRollbackTakesTheFileAlong() {
        transaction.executeWithoutResult(status -> {
            try {
                StoredFile stored =
                        storing.store(new ByteArrayInputStream(bytes("x")), "a.txt", ANY, FileOwner.person(person));
                assertThat(folder.path(stored.id())).exists();
            } catch (FileRefused | IOException e) {
                throw new AssertionError(e);
            }
            status.setRollbackOnly();
        });
        assertThat(onDisk()).isEmpty();
    }

    /** Killed between the disk and the commit: the file is there, its row is not. */
    @Test
    void whatACrashLeavesIsSweptAndNothingElse() throws Exception {
        StoredFile kept = store(bytes("kept"), "a.txt", ANY);
        StoredFile crashed = store(bytes("crashed"), "a.txt", ANY);
        jdbc.sql("delete from file.file where id = ?")
                .param(crashed.id().value())
                .update();
        Path incoming = folder.incoming();
        assertThat(sweeping.sweep()).as("its transaction may still be open").isZero();
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        for (Path file : List.of(folder.path(kept.id()), folder.path(crashed.id()), incoming)) {
            Files.setLastModifiedTime(file, old);
        }
        assertThat(sweeping.sweep()).isEqualTo(2);
        assertThat(onDisk()).containsExactly(folder.path(kept.id()));
        assertThat(folder.leftIncoming()).isEmpty();
    }

    @Test
    void theBinKeepsAFileForThirtyDays() throws Exception {
        StoredFile stored = store(bytes("x"), "a.txt", ANY);
        files.delete(Set.of(stored.id()));
        assertThat(files.of(Set.of(stored.id()))).isEmpty();
        clock.advance(Duration.ofDays(29));
        assertThat(sweeping.sweep()).isZero();
        files.restore(Set.of(stored.id()));
        assertThat(files.of(Set.of(stored.id()))).hasSize(1);
        files.delete(Set.of(stored.id()));
        clock.advance(Duration.ofDays(31));
        assertThat(sweeping.sweep()).isEqualTo(1);
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void erasureTakesAPersonsFilesFromTheDisk() throws Exception {
        PersonId erased = Cast.person(jdbc, "riadkovyi");
        person = erased;
        StoredFile hers = store(bytes("hers"), "a.txt", ANY);
        person = Cast.person(jdbc, "specialist");
        StoredFile theirs = store(bytes("theirs"), "a.txt", ANY);
        Viewer operator = viewers.of(Cast.person(jdbc, "operator"), true).orElseThrow();
        erasures.erase(operator, erased);
        assertThat(onDisk()).containsExactly(folder.path(theirs.id()));
        assertThat(files.of(Set.of(hers.id(), theirs.id())).keySet()).containsExactly(theirs.id());
    }

    @Test
    void aFileIsSentSoThatNothingInItRuns() throws Exception {
        StoredFile stored = store(bytes("<b>not a page"), "«лист» \"1\".txt", ANY);
        MockHttpServletResponse response = new MockHttpServletResponse();
        sender.send(stored, response);
        assertThat(response.getContentType()).isEqualTo("text/plain;charset=utf-8");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"______ 1.txt\";"
                        + " filename*=UTF-8''%C2%AB%D0%BB%D0%B8%D1%81%D1%82%C2%BB%201.txt");
        assertThat(response.getContentAsByteArray()).isEqualTo(bytes("<b>not a page"));
    }
}
