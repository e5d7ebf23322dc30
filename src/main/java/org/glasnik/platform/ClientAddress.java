package org.glasnik.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The machine that a request comes from, as far as it may be known: {@link Proxies} has looked behind our own proxies. */
public final class ClientAddress {
    private ClientAddress() {}

    /** What rate limits count by: an IPv4 address, or the /64 of an IPv6 one, since a subscriber has them all. */
    public static String counted(HttpServletRequest request) {
        byte[] address = bytes(request);
        return HexFormat.of().formatHex(address, 0, address.length == 16 ? 8 : address.length);
    }

    /** What a person may recognise and others cannot trace: the first three bytes of an IPv4 address, a /48 of IPv6. */
    public static String shortened(HttpServletRequest request) {
        byte[] address = bytes(request);
        int kept = address.length == 16 ? 6 : Math.min(3, address.length);
        byte[] shortened = Arrays.copyOf(Arrays.copyOf(address, kept), address.length);
        try {
            return address.length == 0
                    ? ""
                    : InetAddress.getByAddress(shortened).getHostAddress() + "/" + kept * 8;
        } catch (UnknownHostException e) {
            return "";
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr().replaceFirst("^\\[(.*)]$", "$1"))
                    .getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
