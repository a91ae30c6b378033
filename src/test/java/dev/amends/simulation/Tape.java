package dev.amends.simulation;

import static dev.amends.speech.CataloguePrompt.MAY_WE_RECORD;
import static dev.amends.speech.CataloguePrompt.STORY_OFFER;

import dev.amends.caller.CallId;
import dev.amends.care.RecordingId;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is recorded of one call, as its turns order it, beside what its caller has said to that. */
final class Tape {

    private static final String YES = "1";

    private final Centre centre;
    private final Caller caller;
    private final CallId call;
    private Optional<Boolean> agrees = Optional.empty();
    private boolean tells;
    private Optional<RecordingId> runs = Optional.empty();

    Tape(Centre centre, Caller caller, CallId call) {
        this.centre = centre;
        this.caller = caller;
        this.call = call;
    }

    /** He has pressed this key after these words. */
    void pressed(List<Prompt> words, String key) {
        if (Caller.hears(words, MAY_WE_RECORD)) {
            agrees = Optional.of(key.equals(YES));
        }
        tells = Caller.hears(words, STORY_OFFER) && key.equals(YES);
    }

    /** From now on what he says to a rep is recorded. */
    void runs(RecordingId recording) {
        runs = Optional.of(recording);
        centre.note(caller + " is to be recorded");
        centre.judge().records(caller, call, recording, agrees.orElse(false));
    }

    /** He tells what happened, and that is recorded: he has just agreed to it, or never refused. */
    void story(RecordingId story) {
        centre.note(caller + " tells what happened");
        centre.judge().records(caller, call, story, tells && agrees.orElse(true));
    }

    /** He has spoken with a rep. */
    void spoke(Duration time) {
        runs.ifPresent(recording -> {
            centre.note(caller + " was recorded for " + time.toSeconds() + " s");
            centre.judge().records(caller, call, recording, agrees.orElse(false));
        });
    }
}
