package org.glasnik.registry;

import java.util.Map;
import org.glasnik.access.BodyId;
import org.glasnik.access.Viewer;
import org.glasnik.platform.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer may set of a record beyond what everyone who edits it may.
 *
 * @param organising whether programmes are organised in its name: the operator
 * @param hue the colour of its pages: the operator and its own organisers
 * @param keepers the organising bodies from which a keeper may be chosen
 * @param none whether no keeper may be chosen: the operator then keeps the record
 */
record BodyRights(boolean organising, boolean hue, Map<BodyId, BodyName> keepers, boolean none) {
    static BodyRights of(Viewer viewer, @Nullable Body before, Map<BodyId, BodyName> organisingBodies) {
        if (viewer.operator()) {
            return new BodyRights(true, true, organisingBodies, true);
        }
        Map<BodyId, BodyName> own = new java.util.LinkedHashMap<>(organisingBodies);
        own.keySet().retainAll(viewer.organises());
        boolean hue = before != null && viewer.organises().contains(before.id());
        return new BodyRights(false, hue, before == null ? own : Map.of(), false);
    }

    /** Whether the form asks who keeps the record. */
    boolean asksKeeper() {
        return none ? !keepers.isEmpty() : keepers.size() > 1;
    }

    @Nullable
    BodyId keeper(BodyForm form, FormErrors errors, @Nullable Body before) {
        if (keepers.isEmpty()) {
            return before == null ? null : before.details().keeper();
        }
        if (!asksKeeper()) {
            return keepers.keySet().iterator().next();
        }
        String chosen = FormErrors.shown(form.keeper());
        if (chosen.isEmpty() && none) {
            return null;
        }
        BodyId keeper = keepers.keySet().stream()
                .filter(id -> id.toString().equals(chosen))
                .findFirst()
                .orElse(null);
        errors.require(keeper != null, "keeper", "platform.error.choose");
        boolean itself = keeper != null && before != null && keeper.equals(before.id());
        errors.require(!itself, "keeper", "registry.error.keepsItself");
        return keeper;
    }
}
