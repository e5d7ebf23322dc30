package org.glasnik.invitation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.identity.Seat;
import org.glasnik.identity.SeatAction;
import org.glasnik.identity.SeatActions;
import org.glasnik.identity.SeatPlace;
import org.glasnik.platform.Language;
import org.springframework.stereotype.Component;

/** On a body's page: invite to an empty seat, replace who holds a seat for one. */
@Component
class InvitationActions implements SeatActions {
    @Override
    public List<SeatAction> of(
            BodyId body, List<SeatPlace> places, Set<Seat> fillable, Viewer viewer, Language reader) {
        List<SeatAction> actions = new ArrayList<>();
        Map<Seat, Boolean> offered = new HashMap<>();
        for (SeatPlace place : places) {
            boolean first = offered.putIfAbsent(place.seat(), true) == null;
            boolean empty = place.holder() == null;
            if (fillable.contains(place.seat()) && (empty || (place.seat().single() && first))) {
                actions.add(new SeatAction(
                        place,
                        empty ? "invitation.action.invite" : "invitation.action.replace",
                        Map.of(),
                        "/bodies/" + body + "/invitations/new?seat="
                                + place.seat().tag()));
            }
        }
        return actions;
    }
}
