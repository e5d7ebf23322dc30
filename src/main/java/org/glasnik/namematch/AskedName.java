package org.glasnik.namematch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnik.namematch.GenericWords.Bare;
import org.glasnik.registry.BodyKind;

/**
 * A line taken apart.
 *
 * @param full the name folded, its generic words with it
 * @param bare the same without them
 * @param town of "м. Вінниця та Вінницька територіальна громада" the town; empty elsewhere
 * @param places that it lies in, from the context and from the name itself
 */
record AskedName(String full, Bare bare, String town, List<Place> places) {
    /** @param written as it stood there */
    record Place(String written, Bare bare) {}

    private static final Pattern TOWN = Pattern.compile("^(?:м|місто|г|город) (.+?) (?:та|і|й|и) (.+)$");

    static AskedName of(NameLine line, GenericWords words) {
        List<Place> places = new ArrayList<>();
        String name = line.name();
        List<String> rest = new ArrayList<>();
        for (String part : name.split("[,;()]")) {
            Bare bare = words.bare(NameFold.of(part));
            if (!bare.name().isEmpty()) {
                if (isRegion(bare)) {
                    places.add(new Place(part.strip(), bare));
                } else {
                    rest.add(part);
                }
            }
        }
        if (rest.size() == 1 && !places.isEmpty()) {
            name = rest.getFirst();
        } else {
            // A name that has commas of its own, or that is the name of a region.
            places.clear();
        }
        for (String place : line.context()) {
            Bare bare = words.bare(NameFold.of(place));
            if (!bare.name().isEmpty()) {
                places.add(new Place(place.strip(), bare));
            }
        }
        String full = NameFold.of(name);
        Matcher both = TOWN.matcher(full);
        String town = "";
        if (both.matches() && words.bare(both.group(2)).stripped()) {
            town = both.group(1);
            full = both.group(2);
        }
        return new AskedName(full, words.bare(full), town, List.copyOf(places));
    }

    private static boolean isRegion(Bare bare) {
        return bare.kinds().contains(BodyKind.OBLAST)
                || bare.kinds().contains(BodyKind.DISTRICT) && !bare.kinds().contains(BodyKind.CITY)
                || bare.kinds().contains(BodyKind.COUNTY) && !bare.kinds().contains(BodyKind.CITY);
    }
}
