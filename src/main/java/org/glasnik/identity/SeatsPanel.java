package org.glasnik.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.Language;
import org.glasnik.platform.Part;
import org.glasnik.platform.Rendering;
import org.glasnik.registry.Body;
import org.glasnik.registry.BodyPanel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who sits in a body's seats, on the body's page. */
@Component
class SeatsPanel implements BodyPanel {
    private final SeatRows rows;
    private final ObjectProvider<SeatActions> actions;
    private final Rendering rendering;

    SeatsPanel(SeatRows rows, ObjectProvider<SeatActions> actions, Rendering rendering) {
        this.rows = rows;
        this.actions = actions;
        this.rendering = rendering;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Part> of(Body body, Viewer viewer, Language reader) {
        List<SeatRows.OfBody> all = rows.ofBody(body.id(), viewer);
        List<SeatRows.OfBody> present =
                all.stream().filter(r -> r.until() == null).toList();
        BodyId keeper = body.details().keeper();
        boolean organises = viewer.organises().contains(body.id())
                || (keeper != null && viewer.organises().contains(keeper));
        boolean manages = viewer.person() != null
                && present.stream()
                        .anyMatch(r -> r.seat() == Seat.MANAGER && Objects.equals(r.person(), viewer.person()));
        Set<Seat> fillable = SeatRights.of(viewer, organises, manages);
        // A body that has ended keeps who sat there, and takes nobody new.
        boolean lives = body.endedOn() == null;
        List<SeatPlace> places = places(present, fillable, body.details().organising()).stream()
                .filter(place -> lives || place.holder() != null)
                .toList();
        List<SeatAction> extra = actions.stream()
                .filter(a -> lives)
                .flatMap(a -> a.of(body.id(), places, fillable, viewer, reader).stream())
                .toList();
        boolean sees =
                viewer.operator() || viewer.organiser() || viewer.sitsIn().contains(body.id());
        List<SeatsPage.Place> now = places.stream()
                .map(place -> shown(place, body, present, fillable, viewer, organises, extra))
                .filter(shown -> shown.since() != null
                        || shown.wanted()
                        || !shown.actions().isEmpty())
                .toList();
        List<SeatRows.OfBody> before =
                sees ? all.stream().filter(r -> r.until() != null).toList() : null;
        return Optional.of(rendering.part("identity/_seats", new SeatsPage(now, before, sees)));
    }

    /** Each holder; a free place of the two seats that every body should fill, and of each seat that may be filled here. */
    private static List<SeatPlace> places(List<SeatRows.OfBody> present, Set<Seat> fillable, boolean organising) {
        List<SeatPlace> places = new ArrayList<>();
        for (Seat seat : Arrays.asList(Seat.values())) {
            List<SeatPlace> held = present.stream()
                    .filter(r -> r.seat() == seat)
                    .map(r -> new SeatPlace(seat, r.id(), r.person()))
                    .toList();
            places.addAll(held);
            boolean offered = fillable.contains(seat) && (seat != Seat.ORGANISER || organising);
            if (seat.single() ? held.isEmpty() : offered) {
                places.add(new SeatPlace(seat, null, null));
            }
        }
        return places;
    }

    private static SeatsPage.Place shown(
            SeatPlace place,
            Body body,
            List<SeatRows.OfBody> present,
            Set<Seat> fillable,
            Viewer viewer,
            boolean organises,
            List<SeatAction> extra) {
        List<SeatAction> actions =
                extra.stream().filter(a -> a.place().equals(place)).toList();
        SeatRows.OfBody held = present.stream()
                .filter(r -> r.id().equals(place.membership()))
                .findFirst()
                .orElse(null);
        if (held == null) {
            // An organising body need not have the seats that participants need.
            boolean wanted = place.seat().single() && !body.details().organising();
            return new SeatsPage.Place(place, null, wanted, null, false, false, actions);
        }
        boolean self = viewer.person() != null && viewer.person().equals(held.person());
        return new SeatsPage.Place(
                place,
                held.since(),
                false,
                held.name(),
                held.name() != null && (viewer.operator() || organises || self),
                fillable.contains(held.seat()) || self,
                actions);
    }
}
