package dev.amends.demo;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.Journey;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.callcentre.ToneSounds;
import dev.amends.store.Store;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** The demo's second part: one upset caller from her first call to the end of her matter. */
final class WholeWay {

    private static final Duration HANGING_UP = Duration.ofSeconds(10);

    private static final String WHAT =
            "was heard, called back, taken over, promised a refund and asked how it was";

    private final Place place;
    private final PrintStream out;

    WholeWay(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    /**
     * Plays it on a telephone system whose phones nobody holds; says what is wrong, if anything.
     */
    void run(Premises premises, PrivatePbx pbx, Store store, Verdict verdict) {
        prologue();
        ToneSounds sounds = ToneSounds.writtenTo(place.tones());
        sounds.playOn(pbx);
        AmendsProcess amends =
                premises.startAmends(Journey.settings(premises.settings(), place.recordings()));
        Narrator narrator = new Narrator(out);
        try (CallCentre centre = new CallCentre(place.ports(), pbx, sounds.prompts())) {
            centre.awaitHeartbeat();
            new AmendsLog(amends, store.ledger(), narrator).follow();
            play(new Journey(centre, store, narrator::tell), amends, narrator);
            centre.awaitNoChannels(HANGING_UP);
            verdict.expect("Vera   " + WHAT, true, "");
        } catch (RuntimeException | AssertionError e) {
            verdict.expect("Vera   " + WHAT, false, String.valueOf(e.getMessage()));
        } finally {
            narrator.end();
        }
        epilogue(amends);
    }

    private void prologue() {
        out.print(
                """

                And now one caller alone: Vera, who is not served the first two times. This line asks what
                it is about, records with her consent only, and lets upset callers tell what happened.
                  · Amends was started again with other settings, on the same database.
                  · So that the simulated people know what they hear, tones are played for the prompts.

                """);
    }

    private static void play(Journey journey, AmendsProcess amends, Narrator narrator) {
        journey.begins();
        journey.callsAndHangsUp();
        journey.callsAgainAndHangsUp();
        narrator.amends(Instant.now(), Cast.VERA, "remembers: " + remembered(amends));
        journey.tellsHerStoryAndChoosesToBeCalled();
        journey.isCalledTakenOverAndAsked();
        journey.theRefundIsDone();
    }

    private static String remembered(AmendsProcess amends) {
        return amends.cli("caller", "show", Journey.NUMBER).lines().findFirst().orElse("nothing");
    }

    private void epilogue(AmendsProcess amends) {
        out.println();
        out.println(
                "What was done for all of them, and what came of it; no figure yet, as nothing is"
                        + " learned of a few:");
        report(amends, "treatments");
        out.println();
        out.println("What was promised, and what was kept:");
        report(amends, "promises");
    }

    private void report(AmendsProcess amends, String which) {
        out.println("  " + place.cli("report " + which));
        out.println();
        amends.cli("report", which).lines().forEach(l -> out.println("  " + l));
    }
}
