package org.glasnik.pageaddress;

import static org.glasnik.pageaddress.Networks.named;
import static org.glasnik.pageaddress.Networks.page;
import static org.glasnik.pageaddress.Networks.small;

import java.util.Set;

/** Telegram, Viber, WhatsApp, MAX: channels, groups and invitations to them, whose codes differ by case. */
final class Messengers {
    private static final Typed NO_TELEGRAM = new Typed.NoPage(Platform.TELEGRAM);
    private static final Typed NO_VIBER = new Typed.NoPage(Platform.VIBER);
    private static final Typed NO_WHATSAPP = new Typed.NoPage(Platform.WHATSAPP);
    private static final Typed NO_MAX = new Typed.NoPage(Platform.MAX);
    private static final String CODE = "[A-Za-z0-9_=-]{5,200}";

    private static final Set<String> TELEGRAM_OWN = Set.of(
            "s",
            "joinchat",
            "addstickers",
            "addemoji",
            "addlist",
            "share",
            "proxy",
            "socks",
            "iv",
            "c",
            "login",
            "setlanguage",
            "confirmphone",
            "bg",
            "addtheme",
            "giftcode",
            "invoice",
            "boost",
            "contact",
            "m",
            "k",
            "a",
            "apps",
            "faq",
            "blog",
            "privacy",
            "tour",
            "dl",
            "z");

    private Messengers() {}

    static Typed telegram(WebAddress address, String sub) {
        String first = address.piece(0);
        if (address.host().endsWith("telegram.org")) {
            // The web client keeps the name behind the sign of number.
            return sub.matches("web(k|z)?") ? telegram(address.fragment().replaceFirst("^[?/]*", "")) : NO_TELEGRAM;
        }
        if (!sub.isEmpty()) {
            return sub.contains(".") ? NO_TELEGRAM : telegram(sub);
        }
        if (first.startsWith("+") || small(first).equals("joinchat")) {
            return invited(first.startsWith("+") ? first.substring(1) : address.piece(1));
        }
        if (small(first).equals("boost") && !address.piece(1).isEmpty()) {
            return telegram(address.piece(1));
        }
        return telegram(small(first).equals("s") ? address.piece(1) : first);
    }

    static Typed telegram(String typed) {
        String name = typed.replaceFirst("^@", "");
        return name.matches("(?i)[a-z][a-z0-9_]{2,63}") && !TELEGRAM_OWN.contains(small(name))
                ? page(Platform.TELEGRAM, name, "https://t.me/" + small(name))
                : NO_TELEGRAM;
    }

    static Typed invited(String code) {
        return code.matches(CODE) && !code.matches("\\d+")
                ? page(Platform.TELEGRAM, "+" + code, "join/" + code, "https://t.me/+" + code)
                : NO_TELEGRAM;
    }

    static Typed viber(WebAddress address, String sub) {
        String first = address.piece(0);
        String code = address.parameter("g2").isEmpty() ? address.parameter("g") : address.parameter("g2");
        if (sub.equals("invite") || (sub.isEmpty() && !code.isEmpty())) {
            return code.matches("[A-Za-z0-9_=%+/-]{5,300}")
                    ? page(
                            Platform.VIBER,
                            code,
                            "invite/" + code,
                            "https://invite.viber.com/?g2=" + WebAddress.encoded(code))
                    : NO_VIBER;
        }
        return sub.equals("chats") || address.host().equals("viber.me") ? viber(first) : NO_VIBER;
    }

    static Typed viber(String name) {
        return named(name) ? page(Platform.VIBER, name, "https://chats.viber.com/" + small(name)) : NO_VIBER;
    }

    static Typed whatsapp(WebAddress address, String sub) {
        String first = address.piece(0);
        String second = address.piece(1);
        if (small(first).equals("channel") && second.matches(CODE)) {
            return page(Platform.WHATSAPP, second, "channel/" + second, "https://whatsapp.com/channel/" + second);
        }
        String code = small(first).equals("invite") ? second : first;
        if (sub.equals("chat") && code.matches(CODE)) {
            return page(Platform.WHATSAPP, code, "chat/" + code, "https://chat.whatsapp.com/" + code);
        }
        String phone = (sub.equals("api") ? address.parameter("phone") : first).replaceAll("[+\\s()-]", "");
        return (sub.equals("api") || address.host().equals("wa.me")) && phone.matches("\\d{6,15}")
                ? page(Platform.WHATSAPP, "+" + phone, "phone/" + phone, "https://wa.me/" + phone)
                : NO_WHATSAPP;
    }

    static Typed max(WebAddress address, String sub) {
        String first = address.piece(0);
        if (small(first).equals("join") && address.piece(1).matches(CODE)) {
            String code = address.piece(1);
            return page(Platform.MAX, code, "join/" + code, "https://max.ru/join/" + code);
        }
        if (sub.equals("web") && first.matches("-?\\d{3,20}")) {
            return page(Platform.MAX, first, "chat/" + first, "https://web.max.ru/" + first);
        }
        String name = first.replaceFirst("^@", "");
        return sub.isEmpty()
                        && named(name)
                        && !Set.of("join", "c", "business", "legal", "help").contains(small(name))
                ? page(Platform.MAX, name, "https://max.ru/" + small(name))
                : NO_MAX;
    }
}
