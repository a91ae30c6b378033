package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.AttemptOnRecord;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Purpose;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * After an outage a thousand promises are overdue. Five reps take one every 48 seconds; a call that
 * tells somebody something takes 20.
 */
class StormTest {

    private static final int PROMISES = 1000;
    private static final int REPS = 5;
    private static final Duration HANDLING = Duration.ofMinutes(4);
    private static final int STEP = (int) HANDLING.toSeconds() / REPS;
    private static final int TICK = 6;
    private static final int TELLING_TAKES = 20;
    private static final int AT_MOST_TELLING = 3;
    private static final int PER_MINUTE = 30;
    private static final int MINUTES = 8;

    private final Office office = new Office();
    private final List<PromiseId> all = new ArrayList<>();
    private final List<PromiseId> kept = new ArrayList<>();

    private void outage() {
        office.runs(Office.telling(PER_MINUTE, AT_MOST_TELLING));
        for (int rep = 1; rep <= REPS; rep++) {
            office.rep("PJSIP/rep" + rep, RepState.TALKING);
        }
        office.pace(HANDLING);
        Instant now = office.clock.instant();
        PromisedWindow passed = new PromisedWindow(now.minusSeconds(3600), now.minusSeconds(1800));
        for (int n = 0; n < PROMISES; n++) {
            all.add(office.promisedWithin(20_000 - n, passed));
        }
    }

    @Test
    void a_thousand_overdue_promises_are_kept_and_told_oldest_first_within_all_caps() {
        outage();
        for (int second = TICK; second <= MINUTES * 60; second += TICK) {
            office.clock.passesSeconds(TICK);
            office.tick();
            capsHold();
            office.ledger.liveAttempts().forEach(this::tellingEnds);
            if (second % STEP < TICK) {
                aRepIsFree();
            }
        }

        assertThat(kept).hasSize(MINUTES * 60 / STEP).isEqualTo(all.subList(0, kept.size()));
        List<PromiseId> told = told();
        assertThat(told).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(told).isSortedAccordingTo(Comparator.comparing(all::indexOf));
        assertThat(told)
                .allSatisfy(id ->
                        assertThat(office.promise(id).terms().window().orElseThrow().to())
                                .isAfter(office.clock.instant()));
        assertThat(all).allMatch(this::seen);
    }

    @Test
    void a_clock_that_is_put_back_holds_nobody_up() {
        outage();
        office.clock.passesSeconds(2 * 3600);
        office.ticksFor(60);
        assertThat(placed()).isEqualTo(PER_MINUTE);
        office.clock.passesSeconds(-3600);
        office.ticksFor(60);
        assertThat(placed()).isGreaterThan(PER_MINUTE);
    }

    private long placed() {
        return office.ledger.liveAttempts().stream()
                .filter(one -> one.attempt().purpose() == Purpose.CALL)
                .count();
    }

    private void capsHold() {
        List<Attempt> live =
                office.ledger.liveAttempts().stream().map(AttemptOnRecord::attempt).toList();
        long telling = live.stream().filter(one -> one.purpose() == Purpose.TELL).count();
        assertThat(telling).isLessThanOrEqualTo(AT_MOST_TELLING);
        assertThat(live.size() - telling).isLessThanOrEqualTo(Office.AT_MOST_PLACED);
        long lately =
                office.telephone.placed().stream()
                        .map(office::attempt)
                        .filter(one -> one.purpose() == Purpose.CALL)
                        .filter(one ->
                                one.createdAt().isAfter(office.clock.instant().minusSeconds(60)))
                        .count();
        assertThat(lately).isLessThanOrEqualTo(PER_MINUTE);
    }

    private void tellingEnds(AttemptOnRecord found) {
        Attempt attempt = found.attempt();
        long seconds = Duration.between(attempt.createdAt(), office.clock.instant()).toSeconds();
        if (attempt.purpose() == Purpose.TELL && seconds >= TELLING_TAKES) {
            assertThat(office.desk.claim(attempt.id())).isPresent();
            office.settler.end(attempt.id(), AttemptOutcome.TOLD, office.clock.instant());
            office.ends(attempt.id(), new Witness.Ended(AttemptOutcome.NO_KEY));
        }
    }

    /** He gets the first placeholder in the one order. */
    private void aRepIsFree() {
        AttemptId first =
                office.ledger.liveAttempts().stream()
                        .filter(one -> one.attempt().purpose() == Purpose.CALL)
                        .min(Comparator.comparing(one -> one.promise().terms().arrival()))
                        .orElseThrow()
                        .attempt()
                        .id();
        assertThat(office.desk.claim(first)).isPresent();
        kept.add(office.attempt(first).promise());
        office.ends(first, new Witness.Spoke(HANDLING));
    }

    private List<PromiseId> told() {
        return office.telephone.telling().stream().map(id -> office.attempt(id).promise()).toList();
    }

    /** Kept, given another time, or a task for a person: nobody waits in silence. */
    private boolean seen(PromiseId id) {
        Optional<String> what =
                office.ledger.story(id).stream()
                        .map(LedgerEntry::what)
                        .filter(Set.of("new window", "handed to a person")::contains)
                        .findFirst();
        return what.isPresent() || office.promise(id) instanceof Callback.Kept;
    }
}
