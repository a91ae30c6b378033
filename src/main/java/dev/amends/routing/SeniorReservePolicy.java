package dev.amends.routing;

import dev.amends.line.LinePicture;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps one senior free for upset callers: who is kept takes no ordinary callers. While somebody
 * else is free all seniors are kept. Then the last free one but one is, so that nobody takes the
 * last one meanwhile. While all of them talk all are, as the first who has done is the one to be
 * kept. First rule that speaks wins: nothing known; an upset caller is next; too few seniors;
 * nobody else on duty; somebody else free; several seniors free; none; one or two.
 */
public final class SeniorReservePolicy {

    /** So many seniors on duty are the fewest of whom one can be spared. */
    private static final int FEWEST = 2;

    /** As long as more than so many are free none needs to be kept. */
    private static final int LAST_BUT_ONE = 2;

    private SeniorReservePolicy() {}

    /**
     * What there is to see.
     *
     * @param upsetFirst whether the next one in the ordinary queue is upset: he may have any senior
     * @param kept who is kept now: whoever of them is free stays
     */
    public record Facts(LinePicture picture, boolean upsetFirst, Set<String> kept) {
        public Facts {
            kept = Set.copyOf(kept);
        }
    }

    /** Decides from what the line looks like. */
    public static SeniorReserve decide(Facts facts) {
        LinePicture picture = facts.picture();
        if (!picture.known()) {
            return new SeniorReserve(facts.kept(), "the floor is not known");
        }
        if (facts.upsetFirst()) {
            return SeniorReserve.nobody("an upset caller is the next one");
        }
        List<Rep> seniors =
                picture.seniors().reps().stream().filter(rep -> rep.state().onDuty()).toList();
        if (seniors.size() < FEWEST) {
            return SeniorReserve.nobody("fewer than two seniors on duty");
        }
        List<Rep> others = others(picture, seniors);
        if (others.stream().noneMatch(rep -> rep.state().onDuty())) {
            return SeniorReserve.nobody("nobody else on duty");
        }
        Set<String> all = seniors.stream().map(Rep::device).collect(Collectors.toSet());
        if (others.stream().anyMatch(rep -> rep.state() == RepState.FREE)) {
            return new SeniorReserve(all, "others are free for ordinary callers");
        }
        List<String> free =
                seniors.stream()
                        .filter(rep -> rep.state() == RepState.FREE)
                        .map(Rep::device)
                        .toList();
        if (free.size() > LAST_BUT_ONE) {
            return SeniorReserve.nobody(free.size() + " seniors are free");
        }
        if (free.isEmpty()) {
            return new SeniorReserve(all, "no senior is free: the first who is will be kept");
        }
        String one =
                free.stream().filter(facts.kept()::contains).findFirst().orElse(free.getFirst());
        return new SeniorReserve(Set.of(one), "kept free for upset callers");
    }

    private static List<Rep> others(LinePicture picture, List<Rep> seniors) {
        Set<String> names = seniors.stream().map(Rep::device).collect(Collectors.toSet());
        return picture.reps().reps().stream().filter(rep -> !names.contains(rep.device())).toList();
    }
}
