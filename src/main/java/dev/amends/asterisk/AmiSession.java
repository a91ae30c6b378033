package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;

import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One login at the manager interface, from connect to the first disconnect: the library's own
 * reconnecting is cut off, because whoever uses a session must know what was lost in between.
 */
final class AmiSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AmiSession.class);

    /** The library keeps something of every action without an answer until its connection ends. */
    static final int MOST_UNANSWERED = 50;

    private final ManagerConnection connection;
    private final Duration patience;
    private final Consumer<String> onLost;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final AtomicInteger unanswered = new AtomicInteger();

    private AmiSession(ManagerConnection connection, Duration patience, Consumer<String> onLost) {
        this.connection = connection;
        this.patience = patience;
        this.onLost = onLost;
    }

    /**
     * Logs in with events off: for actions only.
     *
     * @param onLost is told once what went wrong when the session is of no use any more
     */
    static AmiSession forActions(AmiSettings settings, Consumer<String> onLost) {
        return open(settings, "off", _ -> {}, onLost);
    }

    /**
     * Logs in with events on.
     *
     * @param listener gets every event on the library's thread; it must return at once
     */
    static AmiSession forEvents(
            AmiSettings settings, Consumer<ManagerEvent> listener, Consumer<String> onLost) {
        return open(settings, "on", listener, onLost);
    }

    private static AmiSession open(
            AmiSettings settings,
            String events,
            Consumer<ManagerEvent> listener,
            Consumer<String> onLost) {
        AmiPatience patience = settings.patience();
        ManagerConnection connection =
                new DefaultManagerConnection(
                        settings.host(),
                        settings.port(),
                        settings.user(),
                        settings.secret().value());
        connection.setSocketTimeout((int) patience.connect().toMillis());
        connection.setSocketReadTimeout((int) patience.read().toMillis());
        ((DefaultManagerConnection) connection)
                .setDefaultResponseTimeout(patience.reply().toMillis());
        connection.registerUserEventClass(AmendsHintEvent.class);
        AmiSession session = new AmiSession(connection, patience.reply(), onLost);
        connection.addEventListener(session.passingOn(listener));
        session.login(events, settings);
        return session;
    }

    private ManagerEventListener passingOn(Consumer<ManagerEvent> listener) {
        return event -> {
            if (event instanceof DisconnectEvent) {
                lost.set(true);
                close();
                onLost.accept("was cut");
            } else {
                listener.accept(event);
            }
        };
    }

    private void login(String events, AmiSettings settings) {
        try {
            connection.login(events);
        } catch (AuthenticationFailedException e) {
            throw new AmiRefused("the login of " + settings.user(), String.valueOf(e.getMessage()));
        } catch (IOException | TimeoutException | IllegalStateException e) {
            throw new TelephoneDown(
                    "No AMI at %s:%d: %s"
                            .formatted(settings.host(), settings.port(), e.getMessage()),
                    e);
        }
    }

    /**
     * Sends an action once and waits for its reply.
     *
     * @throws AmiRefused when the PBX answers with an error
     * @throws TelephoneDown when no answer came; whether the action arrived is not known
     */
    ManagerResponse send(AmiAction action) {
        try {
            ManagerResponse response = connection.sendAction(action, patience.toMillis());
            return checked(action, response);
        } catch (TimeoutException e) {
            notAnswered();
            throw down(action, e);
        } catch (IOException | IllegalStateException e) {
            throw down(action, e);
        }
    }

    /**
     * Sends each of these actions once, and then waits for all replies together.
     *
     * @return the replies, in the order of the actions
     * @throws AmiRefused when the PBX answers one with an error
     * @throws TelephoneDown when one was not answered; whether that action arrived is not known
     */
    List<ManagerResponse> sendAll(List<AmiAction> actions) {
        List<CompletableFuture<ManagerResponse>> replies =
                actions.stream().map(this::sent).toList();
        long end = System.nanoTime() + patience.toNanos();
        List<ManagerResponse> answers = new ArrayList<>();
        for (int n = 0; n < replies.size(); n++) {
            answers.add(reply(actions.get(n), replies.get(n), end - System.nanoTime()));
        }
        return answers;
    }

    private CompletableFuture<ManagerResponse> sent(AmiAction action) {
        CompletableFuture<ManagerResponse> reply = new CompletableFuture<>();
        send(action, reply::complete);
        return reply;
    }

    private ManagerResponse reply(
            AmiAction action, CompletableFuture<ManagerResponse> reply, long nanos) {
        try {
            return checked(action, reply.get(nanos, TimeUnit.NANOSECONDS));
        } catch (java.util.concurrent.TimeoutException e) {
            notAnswered();
            throw down(action, e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw down(action, e);
        }
    }

    private void notAnswered() {
        if (unanswered.incrementAndGet() == MOST_UNANSWERED) {
            onLost.accept("leaves too many actions unanswered");
        }
    }

    /** Sends an action; what comes back arrives as events. */
    void send(AmiAction action, Consumer<ManagerResponse> onReply) {
        try {
            connection.sendAction(action, onReply::accept);
        } catch (IOException | IllegalStateException e) {
            throw down(action, e);
        }
    }

    /**
     * Sends an action once and waits for the whole list that answers it, its end included.
     *
     * @throws AmiRefused when the PBX answers with an error
     * @throws TelephoneDown when the list did not come to its end
     */
    Collection<ResponseEvent> list(AmiList action) {
        try {
            ResponseEvents events =
                    connection.sendEventGeneratingAction(action, patience.toMillis());
            checked(action, events.getResponse());
            // A list that a disconnect has cut short looks complete too.
            if (!action.isWhole(events.getEvents())) {
                throw new TelephoneDown(action.getAction() + " was cut off");
            }
            return events.getEvents();
        } catch (IOException | TimeoutException | IllegalStateException e) {
            throw down(action, e);
        }
    }

    /** The value of a global variable or function; empty when it has none. */
    String value(AmiAction getvar) {
        String value = send(getvar).getAttribute("value");
        return value == null ? "" : value;
    }

    private ManagerResponse checked(
            AmiAction action, @org.jspecify.annotations.Nullable ManagerResponse response) {
        // A disconnect looks like a reply that is not there.
        if (response == null || lost.get()) {
            throw new TelephoneDown(action.getAction() + " was cut off");
        }
        if (response instanceof ManagerError) {
            throw new AmiRefused(action.getAction(), String.valueOf(response.getMessage()));
        }
        return response;
    }

    private static TelephoneDown down(AmiAction action, Exception cause) {
        return new TelephoneDown(
                "No answer to " + action.getAction() + ": " + cause.getMessage(), cause);
    }

    /** Logs off, and keeps the library from connecting again by itself. */
    @Override
    public void close() {
        ManagerConnectionState state = connection.getState();
        if (state == ManagerConnectionState.CONNECTED
                || state == ManagerConnectionState.RECONNECTING) {
            try {
                connection.logoff();
            } catch (IllegalStateException e) {
                log.debug("Already logged off", e);
            }
        }
    }
}
