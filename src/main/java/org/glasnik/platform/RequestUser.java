package org.glasnik.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a screen needs to know of the person who asks: nothing about what that person may do. */
public interface RequestUser {
    /** The request attribute under which the user of this request is kept. */
    String ATTRIBUTE = RequestUser.class.getName();

    RequestUser NOBODY = new RequestUser() {};

    default @Nullable UUID id() {
        return null;
    }

    default String name() {
        return "";
    }

    default Optional<Language> language() {
        return Optional.empty();
    }

    default Optional<java.time.ZoneId> zone() {
        return Optional.empty();
    }

    default List<MenuLink> menu() {
        return List.of();
    }

    /** One entry of the main menu: a message key and an address. */
    record MenuLink(String key, String href) {}
}
