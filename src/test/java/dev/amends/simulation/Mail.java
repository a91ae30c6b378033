package dev.amends.simulation;

import dev.amends.dialing.Messenger;
import dev.amends.promise.Callback;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** What sends written messages: it takes its time, and some fail, of which some have arrived. */
final class Mail implements Messenger {

    private static final Duration SLOW = Duration.ofSeconds(10);

    private final Place place;
    private @Nullable Judge judge;

    /** When the one was begun that is being sent; others may be sent in the middle of it. */
    private Instant begun = Instant.MIN;

    Mail(Place place) {
        this.place = place;
    }

    /** Who is told of each message before it goes out. */
    void tells(Judge judge) {
        this.judge = judge;
    }

    /** All that Amends does about one message, once it has begun. */
    void about(Runnable work) {
        Instant outer = begun;
        begun = place.now();
        try {
            work.run();
        } finally {
            begun = outer;
        }
    }

    @Override
    public Sending send(Callback.Promised promise) {
        if (judge != null) {
            judge.writes(promise, begun);
        }
        place.goesOn(place.fate().upTo(SLOW));
        if (place.weather.strikes(Fault.MESSAGE_FAILS)) {
            return new Sending.Failed("no way to send it");
        }
        place.trace.note("a message about " + promise.id() + " arrives");
        return place.weather.strikes(Fault.MESSAGE_UNANSWERED)
                ? new Sending.Failed("no answer")
                : new Sending.Sent();
    }
}
