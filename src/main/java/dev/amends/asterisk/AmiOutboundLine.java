package dev.amends.asterisk;

import dev.amends.dialing.LiveCalls;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.OwnerLine;
import dev.amends.dialing.ServedCall;
import dev.amends.dialing.TelephoneDown;
import dev.amends.dialing.Witness;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DbGetResponseEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The outbound line on AMI. Every action is sent at most once, on the session without events;
 * whether one that was not answered has arrived is for the reconciler to find out.
 */
public final class AmiOutboundLine implements OutboundLine, OwnerLine {

    private static final String NO_MARK = "Database entry not found";

    private final AmiLink link;
    private final UnwrittenMarks unwritten;

    public AmiOutboundLine(AmiLink link, UnwrittenMarks unwritten) {
        this.link = link;
        this.unwritten = unwritten;
    }

    @Override
    public boolean connected() {
        return link.connected();
    }

    @Override
    public void place(List<AttemptId> attempts) {
        List<AmiAction> places = attempts.stream().map(AmiActions::place).toList();
        ask(session -> session.sendAll(places));
    }

    @Override
    public void ring(AttemptId attempt) {
        ask(session -> session.send(AmiActions.ring(attempt)));
    }

    @Override
    public void unseat(AttemptId attempt) {
        ask(session -> session.send(AmiActions.unseat(attempt)));
    }

    @Override
    public void ask(AttemptId attempt) {
        ask(session -> session.send(AmiActions.ask(attempt)));
    }

    @Override
    public void tell(AttemptId attempt) {
        ask(session -> session.send(AmiActions.tell(attempt)));
    }

    @Override
    public void survey(AttemptId attempt) {
        ask(session -> session.send(AmiActions.survey(attempt)));
    }

    @Override
    public void withdraw(AttemptId attempt) {
        ask(session -> session.send(AmiActions.withdraw(attempt)));
    }

    @Override
    public Witness witness(AttemptId attempt) {
        return mark(attempt.value())
                .map(Marks::read)
                .map(this::inOurTime)
                .orElseGet(Witness.Nothing::new);
    }

    private Witness inOurTime(Witness witness) {
        return witness instanceof Witness.Bridged bridged
                ? new Witness.Bridged(link.ours(bridged.since()), bridged.call(), bridged.held())
                : witness;
    }

    @Override
    public boolean said(PromiseId promise) {
        return mark(promise.value()).filter(Marks.SAID::equals).isPresent();
    }

    @Override
    public Optional<ServedCall> served(PromiseId promise) {
        return mark(promise.value()).flatMap(Marks::served);
    }

    @Override
    public void forget(AttemptId attempt) {
        forget(attempt.value());
    }

    @Override
    public void forget(PromiseId promise) {
        forget(promise.value());
    }

    private void forget(String key) {
        unwritten.forget(key);
        ask(session -> session.send(AmiActions.forget(key)));
    }

    @Override
    public LiveCalls calls() {
        AmiEpoch epoch = link.epoch();
        Collection<ResponseEvent> list = ask(session -> session.list(AmiActions.channels()));
        Set<String> ids = new HashSet<>();
        Set<String> ringing = new HashSet<>();
        int channels = 0;
        @Nullable Integer promised = null;
        for (ResponseEvent event : list) {
            if (event instanceof CoreShowChannelEvent channel) {
                channels++;
                String linked = String.valueOf(channel.getLinkedid());
                AmiText.callId(String.valueOf(channel.getUniqueid())).ifPresent(ids::add);
                AmiText.callId(linked).ifPresent(ids::add);
                AmiText.ringing(linked).ifPresent(ringing::add);
            } else if (event instanceof CoreShowChannelsCompleteEvent end) {
                promised = end.getListitems();
            }
        }
        if (promised == null || promised != channels) {
            throw new TelephoneDown(
                    "the list of channels is incomplete: %d of %s".formatted(channels, promised));
        }
        return new LiveCalls(ids, ringing, epoch.runsSince());
    }

    private Optional<String> mark(String key) {
        return unwritten.or(written(key), key);
    }

    private Optional<String> written(String key) {
        try {
            return ask(session -> session.list(AmiActions.mark(key))).stream()
                    .filter(DbGetResponseEvent.class::isInstance)
                    .map(event -> String.valueOf(((DbGetResponseEvent) event).getVal()))
                    .findFirst()
                    .or(() -> {
                        throw new TelephoneDown("DBGet was answered without a value");
                    });
        } catch (NotThere e) {
            return Optional.empty();
        }
    }

    private <T> T ask(Function<AmiSession, T> question) {
        try {
            return question.apply(link.epoch().actions());
        } catch (AmiRefused e) {
            if (e.reason().equals(NO_MARK)) {
                throw new NotThere();
            }
            throw new TelephoneDown(String.valueOf(e.getMessage()), e);
        }
    }

    /** The PBX has no mark under this key. */
    private static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotThere() {
            super("no mark", null, false, false);
        }
    }
}
