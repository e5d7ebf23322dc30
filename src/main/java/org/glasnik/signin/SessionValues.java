package org.glasnik.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * What a session holds, as bytes. Who is signed in is read at every request and outlives new versions of the libraries, so
 * it is written as text: the id of the person and the authorities, apart by spaces. What is rare, notices on their way to
 * the next page, is left to Java's serialization, which begins with another byte.
 */
final class SessionValues {
    private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);
    private static final byte TEXT = 1;
    private static final byte SIGNED_IN = 2;
    private static final SerializingConverter WRITING = new SerializingConverter();
    private static final DeserializingConverter READING = new DeserializingConverter();

    private SessionValues() {}

    static byte[] bytes(Object value) {
        if (value instanceof String text) {
            return tagged(TEXT, text);
        }
        if (value instanceof SecurityContext context
                && context.getAuthentication() instanceof UsernamePasswordAuthenticationToken known
                && known.isAuthenticated()) {
            return tagged(
                    SIGNED_IN,
                    Stream.concat(
                                    Stream.of(known.getName()),
                                    known.getAuthorities().stream().map(GrantedAuthority::getAuthority))
                            .collect(Collectors.joining(" ")));
        }
        return WRITING.convert(value);
    }

    static final class Reading implements Converter<byte[], @Nullable Object> {
        @Override
        public @Nullable Object convert(byte[] bytes) {
            return value(bytes);
        }
    }

    /** What an older version wrote and this one cannot read is forgotten: a sign-in, never a broken page. */
    private static @Nullable Object value(byte[] bytes) {
        switch (bytes[0]) {
            case TEXT:
                return new String(bytes, 1, bytes.length - 1, UTF_8);
            case SIGNED_IN:
                String[] words = new String(bytes, 1, bytes.length - 1, UTF_8).split(" ");
                List<SimpleGrantedAuthority> authorities = Arrays.stream(words)
                        .skip(1)
                        .map(SimpleGrantedAuthority::new)
                        .toList();
                Authentication known = UsernamePasswordAuthenticationToken.authenticated(words[0], null, authorities);
                return new SecurityContextImpl(known);
            default:
                try {
                    return READING.convert(bytes);
                } catch (SerializationFailedException e) {
                    LOG.warn("An attribute of a session cannot be read any more and is left out");
                    return null;
                }
        }
    }

    private static byte[] tagged(byte tag, String text) {
        byte[] words = text.getBytes(UTF_8);
        byte[] bytes = new byte[words.length + 1];
        bytes[0] = tag;
        System.arraycopy(words, 0, bytes, 1, words.length);
        return bytes;
    }
}
