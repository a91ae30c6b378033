package dev.amends.store;

import static dev.amends.store.LedgerScene.ended;
import static dev.amends.store.Samples.attemptId;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.Ledger.Settlement;
import dev.amends.promise.Tries;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a ledger shows to people. */
interface OverviewContract extends LedgerScene {

    @Test
    default void the_story_tells_everything_in_order() {
        Callback.Promised promise = promised(ledger(), 1);
        Callback.Dialing dialing = dialing(promise, 1);
        ledger().answered(attemptId(1), noonPlus(80));
        ledger().settle(
                        new Settlement(
                                attemptId(1),
                                AttemptOutcome.KEPT,
                                dialing,
                                dialing.kept(noonPlus(200)),
                                "spoke with a rep"),
                        noonPlus(200));

        List<LedgerEntry> story = ledger().story(promise.id());
        String attempt = "attempt " + attemptId(1);
        assertThat(story)
                .extracting(LedgerEntry::what)
                .containsExactly(
                        "unspoken",
                        "unspoken -> promised",
                        attempt + " intent",
                        attempt + " claimed, promised -> dialing",
                        attempt + " answered",
                        attempt + " ended kept, dialing -> kept");
        assertThat(story.getFirst())
                .isEqualTo(new LedgerEntry(noonPlus(31), "unspoken", "wanted to be called back"));
        assertThat(story.getLast().reason()).isEqualTo("spoke with a rep");
        assertThat(story).extracting(LedgerEntry::at).isSorted();
    }

    @Test
    default void every_state_can_be_listed_open_ones_first_newest_first() {
        Callback unspoken = ledger().promise(terms(1), "asked");
        Callback.Promised promised = promised(ledger(), 2);
        Callback.Dialing dialing = dialing(promised(ledger(), 3), 3);
        Callback.Dialing toKeep = dialing(promised(ledger(), 4), 4);
        Callback kept = toKeep.kept(noonPlus(400));
        ledger().settle(ended(4, AttemptOutcome.KEPT, toKeep, kept), noonPlus(400));
        Callback.Dialing toBreak = dialing(promised(ledger(), 5), 5);
        Callback broken = toBreak.broken(new Tries(4, 1), noonPlus(500));
        ledger().settle(ended(5, AttemptOutcome.BUSY, toBreak, broken), noonPlus(500));
        Callback.Promised toCancel = promised(ledger(), 6);
        Callback withdrawn = toCancel.withdrawn(noonPlus(300));
        ledger().move(toCancel, withdrawn, "cancelled", noonPlus(300));

        assertThat(ledger().list(true, 10))
                .containsExactly(dialing, promised, unspoken, broken, kept, withdrawn);
        assertThat(ledger().list(true, 4)).containsExactly(dialing, promised, unspoken, broken);
        assertThat(ledger().list(false, 10)).containsExactly(dialing, promised, unspoken);
    }

    @Test
    default void ended_promises_are_listed_by_when_they_ended_whenever_they_were_asked_for() {
        Callback.Promised first = promised(ledger(), 1);
        Callback.Dialing second = dialing(promised(ledger(), 2), 2);
        Callback.Unspoken third = (Callback.Unspoken) ledger().promise(terms(3), "asked");

        Callback unheard = third.unheard(noonPlus(100));
        ledger().move(third, unheard, "hung up", noonPlus(100));
        Callback kept = second.kept(noonPlus(200));
        ledger().settle(ended(2, AttemptOutcome.KEPT, second, kept), noonPlus(200));
        Callback cancelled = first.withdrawn(noonPlus(300));
        ledger().move(first, cancelled, "cancelled", noonPlus(300));

        assertThat(ledger().list(true, 10)).containsExactly(cancelled, kept, unheard);
        assertThat(ledger().list(true, 2)).containsExactly(cancelled, kept);
        assertThat(ledger().list(false, 10)).isEmpty();
    }

    @Test
    default void promises_are_found_by_the_beginning_of_their_id() {
        for (int n = 1; n <= 12; n++) {
            promised(ledger(), n);
        }
        String id = promiseId(3).value();
        assertThat(ledger().findByPrefix(id))
                .extracting(Callback::id)
                .containsExactly(promiseId(3));
        assertThat(ledger().findByPrefix(id.substring(0, 31))).hasSize(10);
        assertThat(ledger().findByPrefix("ffff")).isEmpty();
        assertThat(ledger().findByPrefix("%' OR 1=1 --")).isEmpty();
    }
}
