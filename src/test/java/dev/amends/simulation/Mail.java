package dev.amends.simulation;

import dev.amends.dialing.Messenger;
import dev.amends.promise.Callback;

import java.time.Duration;
import java.util.function.Consumer;

/** What sends written messages: it takes its time, and some fail, of which some have arrived. */
final class Mail implements Messenger {

    private static final Duration SLOW = Duration.ofSeconds(10);

    private final Place place;
    private Consumer<Callback.Promised> judge = _ -> {};

    Mail(Place place) {
        this.place = place;
    }

    /** Who is told of each message before it goes out. */
    void tells(Consumer<Callback.Promised> judge) {
        this.judge = judge;
    }

    @Override
    public Sending send(Callback.Promised promise) {
        judge.accept(promise);
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
