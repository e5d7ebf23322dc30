package org.glasnik.registry;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.glasnik.access.BodyId;
import org.glasnik.platform.FormErrors;
import org.glasnik.platform.MailAddress;
import org.glasnik.platform.Zones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a posted record: what is wrong is said field by field, in the order of the page. */
@Component
class ReadingBody {
    private static final int NAME = 300;
    private static final int ADDRESS = 500;
    private static final Pattern PHONE_SIGNS = Pattern.compile("\\+?[0-9][0-9 ()/,;.+-]*[0-9]");

    private static final int PHONE = 60;
    private static final int OTHER_NAMES = 20;

    private final KnownBodies stored;

    ReadingBody(KnownBodies stored) {
        this.stored = stored;
    }

    /**
     * @param before what is stored, null for a new body
     * @return null where there are errors
     */
    @Nullable
    BodyDetails read(BodyForm form, FormErrors errors, @Nullable Body before, BodyRights rights) {
        return read(form, errors, before, rights, stored);
    }

    /** @param known what the record is held against: what is stored, or that together with a file on its way in */
    @Nullable
    BodyDetails read(BodyForm form, FormErrors errors, @Nullable Body before, BodyRights rights, KnownBodies known) {
        BodyId self = before == null ? null : before.id();
        String nameUk = errors.optional("nameUk", form.nameUk(), NAME);
        String nameSr = errors.optional("nameSr", form.nameSr(), NAME);
        String nameRu = errors.optional("nameRu", form.nameRu(), NAME);
        String nameEn = errors.optional("nameEn", form.nameEn(), NAME);
        if (!errors.any()) {
            errors.require(!(nameUk + nameSr + nameRu + nameEn).isEmpty(), "nameUk", "registry.error.unnamed");
        }
        List<String> otherNames = otherNames(form, errors);
        BodyKind kind = BodyKind.ofTag(form.kind()).orElse(BodyKind.OTHER);
        errors.require(BodyKind.ofTag(form.kind()).isPresent(), "kind", "platform.error.choose");
        String code = errors.line("code", form.code(), 40);
        if (!code.isEmpty()
                && errors.require(
                        code.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ()./_-]*"), "code", "registry.error.code")) {
            errors.require(!known.taken(code, self), "code", "registry.error.taken", "code", code);
        }
        String jurisdiction = errors.optional("jurisdiction", form.jurisdiction(), 6);
        boolean there = jurisdiction.isEmpty() || known.jurisdictions().contains(jurisdiction);
        errors.require(there, "jurisdiction", "registry.error.jurisdiction");
        BodyId parent = parent(form, errors, self, known);
        LocalDate foundedOn = day("foundedOn", form.foundedOn(), errors);
        Integer population = population(form, errors);
        String site = site(form, errors);
        String mail = errors.optional("mail", form.mail(), ADDRESS);
        errors.require(mail.isEmpty() || MailAddress.of(mail).isPresent(), "mail", "platform.error.mail");
        String phone = errors.optional("phone", form.phone(), PHONE);
        errors.require(phone.isEmpty() || PHONE_SIGNS.matcher(phone).matches(), "phone", "registry.error.phone");
        String address = errors.optional("address", form.address(), NAME);
        String zone = errors.optional("zone", form.zone(), 60);
        errors.require(zone.isEmpty() || Zones.of(zone).isPresent(), "zone", "registry.error.zone");
        boolean organising = rights.organising()
                ? "yes".equals(form.organising())
                : before != null && before.details().organising();
        int hue = before == null ? 187 : before.details().hue();
        if (rights.hue() && organising && form.hue() != null) {
            boolean hueKnown = form.hue().matches("[0-9]{1,3}") && Integer.parseInt(form.hue()) < 360;
            errors.require(hueKnown, "hue", "platform.error.choose");
            hue = hueKnown ? Integer.parseInt(form.hue()) : hue;
        }
        BodyId keeper = rights.keeper(form, errors, before);
        return errors.any()
                ? null
                : new BodyDetails(
                        code,
                        kind,
                        parent,
                        nameUk,
                        nameSr,
                        nameRu,
                        nameEn,
                        population,
                        site,
                        mail,
                        organising,
                        hue,
                        keeper,
                        jurisdiction.isEmpty() ? null : jurisdiction,
                        otherNames,
                        phone,
                        address,
                        zone,
                        foundedOn);
    }

    private static List<String> otherNames(BodyForm form, FormErrors errors) {
        List<String> names = lines(form.otherNames()).stream()
                .map(name -> errors.of("otherNames").isPresent() ? "" : errors.line("otherNames", name, NAME))
                .toList();
        errors.require(names.size() <= OTHER_NAMES, "otherNames", "registry.error.otherNames", "max", OTHER_NAMES);
        return names;
    }

    /** What stands in a field with one thing a line. */
    static List<String> lines(@Nullable String typed) {
        return FormErrors.shown(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** A day as browsers write it, or nothing. */
    static @Nullable LocalDate day(String field, @Nullable String typed, FormErrors errors) {
        String written = errors.optional(field, typed, 20);
        if (written.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.getYear() >= 1000 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below, like a day of the year 12.
        }
        errors.add(field, "registry.error.day");
        return null;
    }

    private static @Nullable BodyId parent(BodyForm form, FormErrors errors, @Nullable BodyId self, KnownBodies known) {
        String code = errors.optional("parent", form.parent(), 40);
        BodyId parent = code.isEmpty() ? null : known.byCode(code).orElse(null);
        if (!code.isEmpty() && errors.of("parent").isEmpty() && parent == null) {
            errors.add("parent", "registry.error.parent", "code", code);
        } else if (parent != null && self != null) {
            errors.require(!known.circle(self, parent), "parent", "registry.error.circle");
        }
        return parent;
    }

    private static @Nullable Integer population(BodyForm form, FormErrors errors) {
        String written = errors.optional("population", form.population(), 20).replaceAll("[\\s\\u00a0\\u202f.,]", "");
        if (written.isEmpty()) {
            return null;
        }
        boolean number = written.matches("[0-9]{1,9}");
        errors.require(number, "population", "registry.error.population");
        return number ? Integer.valueOf(written) : null;
    }

    /** An absolute address; one without its beginning gets https. The host is kept in ASCII, as links need it. */
    private static String site(BodyForm form, FormErrors errors) {
        String written = errors.optional("site", form.site(), ADDRESS);
        if (written.isEmpty()) {
            return "";
        }
        String whole = written.matches("(?i)https?://.*") ? written : "https://" + written;
        int from = whole.indexOf("//") + 2;
        int to = whole.substring(from).replaceAll("[/?#].*", "").length() + from;
        try {
            String host = IDN.toASCII(whole.substring(from, to)).toLowerCase(Locale.ROOT);
            URI site = new URI(new URI(whole.substring(0, from).toLowerCase(Locale.ROOT) + host + whole.substring(to))
                    .toASCIIString());
            if (site.getUserInfo() == null
                    && Objects.requireNonNullElse(site.getHost(), "").contains(".")) {
                return site.toString();
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Said below, like any other address that leads nowhere.
        }
        errors.add("site", "registry.error.site");
        return "";
    }
}
