package org.glasnik.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnik.spreadsheet.Reading.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UglyJsonTest {
    private static Arguments of(String what, String json, Object expected) {
        return Arguments.of(what, json.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static String objects(int n, String inside) {
        return IntStream.range(0, n).mapToObj(i -> "{" + inside + "}").collect(Collectors.joining(",", "[", "]"));
    }

    static Stream<Arguments> files() {
        String ours = "[{\"name\":\"Ніш\",\"code\":7}\n,{\"name\":null,\"code\":1.50}\n]";
        return Stream.of(
                of("our own export", ours, table("name|code//Ніш|7//|1.50")),
                of("with a mark", "\ufeff" + ours, table("name|code//Ніш|7//|1.50")),
                Arguments.of(
                        "UTF-16",
                        ("\ufeff" + ours).getBytes(StandardCharsets.UTF_16LE),
                        table("name|code//Ніш|7//|1.50")),
                Arguments.of("Windows-1251", ours.getBytes(Charset.forName("windows-1251")), "charset 1 0"),
                of("keys that come later", "[{\"a\":1},{\"b\":2,\"a\":3},{\"c\":\"\"}]", table("a|b|c//1||//3|2|")),
                of(
                        "values of all kinds",
                        "[{\"a\":true,\"b\":2.0,\"c\":1e3,\"d\":-0.5,\"e\":[\"x\",2,null,false]}]",
                        List.of(
                                List.of("a", "b", "c", "d", "e"),
                                List.of("true", "2", "1000", "-0.5", "x; 2; ; false"))),
                of("an exponent like a bomb", "[{\"a\":1E999999999}]", table("a//1E999999999")),
                of("white space and empty objects", " [ { } , { \"a\" : \" x \" } ] ", table("a//x")),
                of(
                        "a key unknown to the first hundred",
                        objects(100, "\"a\":1").replace("]", ",{\"a\":1,\"zz\":5}]"),
                        "rows 0 0"),
                of(
                        "an empty one of those",
                        objects(40, "\"a\":1").replace("]", ",{\"a\":1}]"),
                        Stream.concat(
                                        Stream.of(List.of("a")),
                                        Stream.generate(() -> List.of("1")).limit(41))
                                .toList()),
                of("an object inside", "[{\"a\":1},{\"a\":{\"b\":2}}]", "nested 2 0"),
                of("objects in an array", "[{\"a\":[{\"b\":2}]}]", "nested 1 0"),
                of("arrays in an array", "[{\"a\":[[1]]}]", "nested 1 0"),
                of("a tower", "[{\"a\":" + "[".repeat(100_000), "nested 1 0"),
                of("one object", "{\"a\":1}", "objects 0 0"),
                of("an array of texts", "[\"a\",\"b\"]", "objects 0 0"),
                of("an object and a text", "[{\"a\":1},2]", "objects 0 0"),
                of("cut off", "[{\"a\":1},\n{\"a\":2", "json 2 0"),
                of("cut off between", "[{\"a\":1},\n", "json 2 0"),
                of("more behind", "[{\"a\":1}]\n[]", "json 2 0"),
                of("a key twice", "[{\"a\":1,\"a\":2}]", "json 1 0"),
                of("not JSON", "a;b\n1;2", "json 1 0"),
                of("an empty array", "[]", "empty 0 0"),
                of("empty objects", "[{},{}]", "empty 0 0"),
                of("a NUL", "[{\"a\":\"x\"},{\"a\":\"\\u0000\"}]", "character 2 1"),
                of("half a pair", "[{\"a\":\"x\"},{\"a\":\"\\ud83d\"}]", "character 2 1"),
                of(
                        "201 keys",
                        IntStream.range(0, 201)
                                .mapToObj(i -> "\"k" + i + "\":1")
                                .collect(Collectors.joining(",", "[{", "}]")),
                        "columns 0 0"),
                of("a text too long", "[{\"a\":\"" + "x".repeat(1001) + "\"}]", "cell 1 1"),
                of("a text far too long", "[{\"a\":\"" + "x".repeat(100_000) + "\"}]", "long 1 0"),
                of("51 objects", objects(51, "\"a\":1"), "rows 0 0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void anUglyJsonIsReadRightOrRefusedWhereItFails(String what, byte[] file, Object expected) throws IOException {
        assertThat(Reading.of("table.json", file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("late")
    void aKeyThatComesAfterTheHeadingsAreKnown(String last, Object expected) throws IOException {
        byte[] file = objects(100, "\"a\":1").replace("]", "," + last + "]").getBytes(StandardCharsets.UTF_8);
        Object read = Reading.of("t.json", file, new TableLimits(1 << 20, 1000, 200, 1000));
        assertThat(read instanceof List<?> rows ? rows.getLast() : read).isEqualTo(expected);
    }

    static Stream<Arguments> late() {
        return Stream.of(
                Arguments.of("{\"a\":1,\"zz\":5}", "key 101 0"), Arguments.of("{\"a\":2,\"zz\":null}", List.of("2")));
    }
}
