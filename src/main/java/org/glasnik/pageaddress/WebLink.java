package org.glasnik.pageaddress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address of the web that is to be followed, whatever stands there: as it was typed, made whole and fit for a link. */
public final class WebLink {
    private WebLink() {}

    /** Absolute and in ASCII; one without its beginning gets https. Empty where it leads nowhere. */
    public static Optional<String> of(String typed) {
        String text = typed.strip();
        Optional<WebAddress> read = WebAddress.of(text);
        if (read.isEmpty() || !read.get().user().isEmpty() || text.length() > PageAddress.LONGEST) {
            return Optional.empty();
        }
        WebAddress address = read.get();
        String rest = text.replaceFirst("(?i)^https?:/*", "").replaceFirst("^[^/?#]*", "");
        try {
            return Optional.of(new URI(address.beginning() + address.host() + address.port() + rest.replace(" ", "%20"))
                    .toASCIIString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
