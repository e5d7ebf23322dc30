package org.glasnik.pageaddress;

/** What somebody typed where the address of a page was wanted. Nothing is fetched in order to know. */
public sealed interface Typed {
    /** The address of a page, in whichever spelling. */
    record Page(PageAddress address) implements Typed {}

    /** A name alone: it may be on any platform. */
    record Handle(String name) implements Typed {}

    /** An address on a platform that does not say whose page it is: a video, a short link, the platform's first page. */
    record NoPage(Platform platform) implements Typed {}

    /**
     * An address made to be taken for another: with letters that look alike, or with the platform's name in front of a
     * stranger's.
     *
     * @param host where it really leads, in plain Latin letters (IDNA): the look-alikes themselves would show nothing
     * @param imitated the host that it is meant to look like
     */
    record Imitation(String host, String imitated) implements Typed {}

    /** No address and no name. */
    record Nothing() implements Typed {}

    static Typed of(String typed) {
        return ReadingAddress.read(typed);
    }
}
