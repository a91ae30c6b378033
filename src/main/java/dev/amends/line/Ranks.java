package dev.amends.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody on a line in the one order, sorted once: says of any place who is ahead of it, as
 * {@link WaitPolicy#ahead} does, without looking at all of them again.
 */
public final class Ranks {

    private final List<Waiting> inOrder = new ArrayList<>();

    /** How many of the first so many in order are promised. */
    private final int[] promised;

    private final Map<String, List<Waiting>> byId = new HashMap<>();

    public Ranks(LinePicture picture) {
        inOrder.addAll(picture.waiting());
        inOrder.addAll(picture.waitingForSeniors());
        inOrder.addAll(picture.firstSpokenWith());
        inOrder.sort(Comparator.comparing(Waiting::arrival));
        promised = new int[inOrder.size() + 1];
        for (int at = 0; at < inOrder.size(); at++) {
            Waiting one = inOrder.get(at);
            promised[at + 1] = promised[at] + (one.promised() ? 1 : 0);
            byId.computeIfAbsent(one.id(), _ -> new ArrayList<>()).add(one);
        }
    }

    /** Who is ahead of a place. */
    public WaitPolicy.Ahead ahead(WaitPolicy.Place place) {
        int all = cameBy(place.arrival());
        int placeholders = promised[all];
        int live = all - placeholders;
        for (String id : place.himself()) {
            for (Waiting own : byId.getOrDefault(id, List.of())) {
                boolean counted = own.arrival().compareTo(place.arrival()) <= 0;
                placeholders -= counted && own.promised() ? 1 : 0;
                live -= counted && !own.promised() ? 1 : 0;
            }
        }
        return new WaitPolicy.Ahead(live, placeholders);
    }

    /** How many came no later. */
    private int cameBy(EffectiveArrival arrival) {
        int from = 0;
        int to = inOrder.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (inOrder.get(middle).arrival().compareTo(arrival) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
