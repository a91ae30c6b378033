package dev.amends.demo;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.DialplanLog;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.caller.Arrival;
import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.store.Store;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code scripts/demo}: seventeen callers on a busy line and what became of them, then one caller's
 * whole way.
 */
final class Story {

    private static final Duration LONGEST = Duration.ofSeconds(205);
    private static final Duration HANGING_UP = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final Place place;
    private final PrintStream out;

    Story(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    /** Plays it all; true when everything was as it should be. */
    boolean run(Premises premises) throws InterruptedException {
        out.println("Starting the telephone system …");
        PrivatePbx pbx = premises.startPbx();
        try (Store store = Store.open(place.database())) {
            twoEarlierCalls(store);
            out.println("Starting Amends …");
            AmendsProcess amends =
                    premises.startAmends(
                            premises.settings()
                                    .number("lines.support.offer_when_waiting", 1)
                                    .number("lines.support.seniors_only_seconds", 20)
                                    .yes("lines.support.closing")
                                    .number("callbacks.retries", 1)
                                    .number("callbacks.gap_seconds", 6)
                                    .number("callbacks.ring_seconds", 5));
            amends.cli("flag", Cast.DORA.number(), "--reason", "parcel lost twice");
            prologue();
            Narrator narrator = new Narrator(out);
            DialplanLog heard = pbx.dialplanLog();
            Town town = new Town(premises, place.ports(), narrator);
            new AmendsLog(amends, store.ledger(), narrator).follow();
            play(town, narrator, store);
            narrator.end();
            Verdict verdict = new Verdict();
            judge(new Evidence(town, heard.played(), store.ledger().list(true, 100)), verdict, pbx);
            tellLedger(amends);
            town.leave(premises);
            premises.endNow(amends);
            new WholeWay(place, out).run(premises, pbx, store, verdict);
            return epilogue(verdict);
        }
    }

    /** Nobody wants to watch a whole week: what Carla did earlier in it is written down. */
    private static void twoEarlierCalls(Store store) {
        for (int day = 1; day <= 2; day++) {
            Instant at = Instant.now().minus(Duration.ofDays(day));
            store.callerBook()
                    .arrived(
                            new Arrival(
                                    new CallId("demo-earlier." + day),
                                    Optional.of(new PhoneNumber(Cast.CARLA.number())),
                                    "support",
                                    at,
                                    at,
                                    "ordinary",
                                    "written down by the demo"));
        }
    }

    private void prologue() {
        out.printf(
                """

                Three reps serve the line: rep1, rep2, and senior1, a senior; sup1 supervises. Seventeen
                people call. They are simulated, but the telephone system, the calls and what is heard in
                them are real.
                  · Carla's two earlier calls this week were written into the database beforehand.
                  · Dora was flagged:
                    %s
                  · To be watched in two or three minutes: who isn't reached is tried twice, 6 s apart, and his
                    phone rings 5 s; the choice "wait or be called back" is offered when somebody waits.
                A promised caller's place in the queue is kept by a placeholder. When a rep takes it, he
                is told so, and only then the phone rings at the caller's.

                """,
                place.cli("flag " + Cast.DORA.number() + " --reason \"parcel lost twice\""));
    }

    private void play(Town town, Narrator narrator, Store store) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Person person : Cast.ALL) {
            Duration left = person.comes().minus(narrator.elapsed());
            if (left.isPositive()) {
                Thread.sleep(left);
            }
            threads.add(Thread.ofVirtual().name(person.name()).start(town.caller(person)::play));
        }
        for (Thread thread : threads) {
            thread.join(left(narrator));
        }
        while (left(narrator).compareTo(A_MOMENT) > 0 && !store.ledger().list(false, 1).isEmpty()) {
            Thread.sleep(A_MOMENT);
        }
    }

    private static Duration left(Narrator narrator) {
        Duration left = LONGEST.minus(narrator.elapsed());
        return left.compareTo(A_MOMENT) > 0 ? left : A_MOMENT;
    }

    private void tellLedger(AmendsProcess amends) {
        out.println();
        out.println("The ledger, as an administrator sees it:");
        out.println("  " + place.cli("promises list --all"));
        out.println();
        amends.cli("promises", "list", "--all").lines().forEach(l -> out.println("  " + l));
    }

    private static void judge(Evidence evidence, Verdict verdict, PrivatePbx pbx)
            throws InterruptedException {
        new Expectations(evidence, verdict).judge();
        new CodeExpectations(evidence, verdict).judge();
        Rules rules = new Rules(evidence, verdict);
        rules.judge();
        Instant until = Instant.now().plus(HANGING_UP);
        while (pbx.channels() > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(A_MOMENT);
        }
        rules.nothingLeft(pbx.channels());
    }

    private boolean epilogue(Verdict verdict) {
        out.println();
        out.println(
                "Was it as it should be? Judged by the phones and by the carrier's list of calls:");
        out.println();
        verdict.print(out);
        out.println();
        out.println(
                verdict.allGood()
                        ? "All was as it should be."
                        : "NOT all was as it should be. Amends' log: " + place.log());
        return verdict.allGood();
    }
}
