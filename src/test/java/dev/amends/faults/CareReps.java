package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;

import java.time.Duration;
import java.util.Set;

/**
 * What reps and the supervisor key on a line with {@link Care}: each caller's number says which
 * codes his rep needs. Whatever does not come because something is broken, they do without.
 */
final class CareReps {

    private static final String HELP = "help-keys";
    private static final String DONE = "done-not-or-later";
    private static final String CLOSING = "closing-came";
    private static final Set<String> ASKED = Set.of(HELP, DONE, CLOSING);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final Duration WHILE = Duration.ofMillis(1500);

    /** A little longer than who was called speaks if he ends it himself. */
    private static final Duration CONVERSATION = People.TALK.plusSeconds(2);

    private static final Duration SENTENCE = Duration.ofSeconds(3);

    private final Care care;

    CareReps(Care care) {
        this.care = care;
    }

    /** The phone has rung and is answered. */
    void answers(Call phone) {
        String caller = phone instanceof IncomingCall in ? in.invite().fromUser() : "";
        switch (Sounds.first(phone, Care.VOICES, ASKED, PATIENCE).orElse("")) {
            case HELP -> helps(phone, caller);
            case DONE -> phone.press(phone.callId().hashCode() % 2 == 0 ? "1" : "2");
            case CLOSING -> closes(phone);
            case Sounds.VOICE -> serves(phone, caller);
            default -> phone.hangUp();
        }
    }

    private void serves(Call phone, String caller) {
        if (care.of(caller).isEmpty()) {
            servesCalled(phone);
            return;
        }
        switch (Care.kind(caller)) {
            case 0 -> rests(phone, caller);
            case 1 -> limits(phone, caller);
            case 2 -> asksForHelp(phone);
            default -> {
                asksAfterwards(phone);
                return;
            }
        }
        care.release(caller);
        phone.hangUp();
    }

    /** Somebody was called, and ends it soon; who stays hears two questions. */
    private static void servesCalled(Call phone) {
        if (Sounds.await(phone, CLOSING, CONVERSATION)) {
            closes(phone);
        } else {
            phone.hangUp();
        }
    }

    private void asksAfterwards(Call phone) {
        if (Sounds.await(phone, CLOSING, PATIENCE)) {
            closes(phone);
        }
    }

    /** A card number that nobody may record; then what was promised; the caller stays. */
    private void rests(Call phone, String caller) {
        phone.stay(WHILE);
        phone.press("*80");
        if (Sounds.await(phone, "recording-rests", SOON)) {
            care.of(caller).ifPresent(it -> it.changeTone(Care.RESTING));
            phone.stay(WHILE);
            care.of(caller).ifPresent(it -> it.changeTone(Care.AGREED));
            phone.stay(MOMENT);
            phone.press("*80");
            Sounds.await(phone, "recording-goes-on", SOON);
        }
        phone.press("*77");
        phone.stay(WHILE);
        phone.press("1");
        phone.press("*82");
        if (Sounds.await(phone, CLOSING, SOON)) {
            // Should the refund not come, he is called.
            care.people().asks(caller);
            promises(phone);
        }
        phone.stay(WHILE);
    }

    /** He flags him and sets three limits, and ends the call. */
    private void limits(Call phone, String caller) {
        phone.press("*71");
        if (Sounds.await(phone, "why-upset", SOON)) {
            phone.press("2");
        }
        for (int n = 0; n < 3; n++) {
            phone.stay(SENTENCE);
            phone.press("*78");
        }
        phone.stay(SENTENCE);
        care.release(caller);
        phone.press("*79");
        phone.stay(SENTENCE);
    }

    /** The supervisor takes over, or is not free. */
    private static void asksForHelp(Call phone) {
        phone.press("*70");
        phone.stay(PATIENCE);
    }

    /** After two limits he only looks; else he takes over, and ends it soon. */
    private void helps(Call phone, String caller) {
        if (care.of(caller).isEmpty() || Care.kind(caller) != 2) {
            phone.hangUp();
            return;
        }
        phone.press("4");
        if (Sounds.first(phone, Care.VOICES, Set.of(), SOON).isPresent()) {
            phone.stay(SENTENCE);
            care.release(caller);
            phone.hangUp();
        }
    }

    /** Solved; our mistake; put right. */
    private static void closes(Call phone) {
        phone.press("1");
        presses(phone, "closing-mistake", "1");
        presses(phone, "closing-remedy", "1");
    }

    /** A refund, in two hours; our mistake. */
    private static void promises(Call phone) {
        phone.press("3");
        presses(phone, "action-refund", "1");
        presses(phone, "closing-when", "1");
        presses(phone, "closing-mistake", "1");
    }

    private static void presses(Call phone, String question, String key) {
        if (Sounds.await(phone, question, SOON)) {
            phone.press(key);
        }
    }
}
