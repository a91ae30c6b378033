package dev.amends.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every INVITE that began a call at a phone, in order: the judge of who was dialled how often. */
public final class InviteLog {
    private final Bell bell = new Bell();
    private final List<Invite> invites = new ArrayList<>();

    Invite note(SipMessage message) {
        String user = SipAddress.userOf(message.requestUri());
        bell.change(() -> {
            int nth = (int) invites.stream().filter(i -> i.calledUser().equals(user)).count();
            String from = message.from().user();
            invites.add(new Invite(Instant.now(), user, from, nth + 1, message));
        });
        return bell.read(invites::getLast);
    }

    /** All INVITEs so far. */
    public List<Invite> all() {
        return bell.read(() -> List.copyOf(invites));
    }

    /** The INVITEs for one user so far. */
    public List<Invite> to(String user) {
        return all().stream().filter(i -> i.calledUser().equals(user)).toList();
    }

    /** Waits until there are that many INVITEs in all; returns all. */
    public List<Invite> await(int count, Duration patience) {
        return bell.await(
                count + " INVITEs",
                () -> invites.size() >= count ? List.copyOf(invites) : null,
                patience,
                () -> invites);
    }

    /** Waits until there are that many INVITEs for the user; returns those. */
    public List<Invite> awaitTo(String user, int count, Duration patience) {
        return bell.await(
                count + " INVITEs for " + user,
                () -> to(user).size() >= count ? to(user) : null,
                patience,
                () -> invites);
    }
}
