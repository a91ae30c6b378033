package dev.amends.simulation;

import dev.amends.line.Floor;
import dev.amends.line.QueueSnapshot;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The queues of the telephone system and the reps in them: who is free is rung for whoever is
 * first, seniors first for their own queue. What happens is told to whoever watches.
 */
final class Hall {

    private static final String ORDINARY = "support";
    private static final String SENIORS = "support-senior";
    private static final int NO_ANSWER_ONE_IN = 15;
    private static final Duration RINGS_IN_VAIN = Duration.ofSeconds(15);

    private final Place place;
    private final Life life;
    private final Consumer<Consumer<Floor>> watchers;
    private final Map<String, List<Waiter>> queues = new TreeMap<>();
    private final List<Desk> desks;
    private final Set<Waiter> rung = new HashSet<>();

    /**
     * @param watchers get what has changed on the floor
     */
    Hall(Place place, Life life, Consumer<Consumer<Floor>> watchers) {
        this.place = place;
        this.life = life;
        this.watchers = watchers;
        this.desks =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> new Desk("PJSIP/" + (5000 + n), n <= 2))
                        .toList();
        queues.put(ORDINARY, new ArrayList<>());
        queues.put(SENIORS, new ArrayList<>());
    }

    private record Waiter(String id, Instant since, Consumer<Desk> taken) {}

    /** A rep at his phone. */
    static final class Desk {
        final String device;
        private final boolean senior;
        private RepState state = RepState.FREE;
        private Optional<RepState> away = Optional.empty();
        private Runnable hungUp = () -> {};
        private int calls;

        private Desk(String device, boolean senior) {
            this.device = device;
            this.senior = senior;
        }

        /** What happens should he hang up before anybody else does. */
        void onHangUp(Runnable then) {
            hungUp = then;
        }

        boolean talks() {
            return state == RepState.TALKING;
        }
    }

    /** Joins at this position, from 1; at the end without one. */
    void joins(String queue, String id, OptionalInt position, Consumer<Desk> taken) {
        List<Waiter> all = queue(queue);
        int at = Math.min(position.orElse(Integer.MAX_VALUE) - 1, all.size());
        all.add(Math.max(at, 0), new Waiter(id, place.clock.instant(), taken));
        Instant now = place.clock.instant();
        watchers.accept(floor -> floor.joined(queue, id, now));
        serves();
    }

    /** Leaves by himself; false if he has a rep or was not there. */
    boolean leaves(String id, boolean gaveUp) {
        for (Map.Entry<String, List<Waiter>> queue : queues.entrySet()) {
            if (queue.getValue().removeIf(one -> one.id().equals(id))) {
                left(queue.getKey(), id, gaveUp);
                return true;
            }
        }
        return false;
    }

    private void left(String queue, String id, boolean gaveUp) {
        Instant now = place.clock.instant();
        watchers.accept(
                gaveUp
                        ? floor -> floor.abandoned(queue, id, now)
                        : floor -> floor.left(queue, id, now));
    }

    private List<Waiter> queue(String name) {
        return queues.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    /** Rings whoever is free for whoever is first. */
    private void serves() {
        for (Desk desk : desks) {
            if (desk.state == RepState.FREE) {
                nextFor(desk).ifPresent(first -> rings(desk, first));
            }
        }
    }

    private Optional<Waiter> nextFor(Desk desk) {
        return (desk.senior ? first(SENIORS) : Optional.<Waiter>empty()).or(() -> first(ORDINARY));
    }

    private Optional<Waiter> first(String queue) {
        return queue(queue).stream().filter(one -> !rung.contains(one)).findFirst();
    }

    private void rings(Desk desk, Waiter who) {
        shows(desk, RepState.RINGING);
        rung.add(who);
        boolean inVain = place.fate().oneIn(NO_ANSWER_ONE_IN);
        life.in(
                inVain ? RINGS_IN_VAIN : place.fate().seconds(1, 4),
                () -> {
                    rung.remove(who);
                    if (inVain || !queues.values().stream().anyMatch(all -> all.contains(who))) {
                        released(desk);
                    } else {
                        meets(desk, who);
                    }
                });
    }

    private void meets(Desk desk, Waiter who) {
        leaves(who.id(), false);
        shows(desk, RepState.TALKING);
        who.taken().accept(desk);
    }

    /** Rings this phone alone; nothing when it is not free. */
    void rings(String device, Consumer<Optional<Desk>> then) {
        Optional<Desk> free =
                desks.stream()
                        .filter(desk -> desk.device.equals(device))
                        .filter(desk -> desk.state == RepState.FREE)
                        .findFirst();
        if (free.isEmpty()) {
            then.accept(free);
            return;
        }
        shows(free.get(), RepState.RINGING);
        boolean inVain = place.fate().oneIn(3);
        life.in(
                inVain ? RINGS_IN_VAIN : place.fate().seconds(1, 4),
                () -> {
                    if (inVain) {
                        released(free.get());
                        then.accept(Optional.empty());
                    } else {
                        shows(free.get(), RepState.TALKING);
                        then.accept(free);
                    }
                });
    }

    /** His call is over; after a moment he is free, or away if he wants to be. */
    void released(Desk desk) {
        desk.hungUp = () -> {};
        if (desk.away.isPresent()) {
            shows(desk, desk.away.get());
            return;
        }
        int last = ++desk.calls;
        life.in(
                place.fate().seconds(1, 5),
                () -> {
                    if (last == desk.calls && desk.away.isEmpty()) {
                        shows(desk, RepState.FREE);
                        serves();
                    }
                });
    }

    /** The rep hangs up on whoever he has. */
    void hangsUp(Desk desk) {
        Runnable then = desk.hungUp;
        released(desk);
        then.run();
    }

    /** So many reps take no calls from now on, the others do. */
    void away(int many, RepState how) {
        for (int i = 0; i < desks.size(); i++) {
            Desk desk = desks.get(i);
            desk.away = i < many ? Optional.of(how) : Optional.empty();
            boolean idle = desk.state != RepState.TALKING && desk.state != RepState.RINGING;
            if (idle) {
                desk.calls++;
                shows(desk, desk.away.orElse(RepState.FREE));
            }
        }
        serves();
    }

    private void shows(Desk desk, RepState state) {
        desk.state = state;
        Rep rep = new Rep(desk.device, state);
        watchers.accept(floor -> {
            floor.rep(ORDINARY, rep);
            if (desk.senior) {
                floor.rep(SENIORS, rep);
            }
        });
    }

    /** The full answer about both queues. */
    List<QueueSnapshot> snapshots() {
        return List.of(snapshot(ORDINARY, false), snapshot(SENIORS, true));
    }

    private QueueSnapshot snapshot(String queue, boolean seniorsOnly) {
        return new QueueSnapshot(
                queue,
                queue(queue).stream()
                        .map(one -> new QueueSnapshot.Entry(one.id(), one.since()))
                        .toList(),
                desks.stream()
                        .filter(desk -> desk.senior || !seniorsOnly)
                        .map(desk -> new Rep(desk.device, desk.state))
                        .toList());
    }

    /** The telephone system is gone, and with it all who waited. */
    void crashes() {
        queues.values().forEach(List::clear);
        rung.clear();
        for (Desk desk : desks) {
            desk.hungUp = () -> {};
            desk.calls++;
            desk.state = desk.away.orElse(RepState.FREE);
        }
    }
}
