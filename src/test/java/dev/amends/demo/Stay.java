package dev.amends.demo;

import dev.amends.bench.Behaviour;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.Ports;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * {@code scripts/demo --stay}: a telephone system, Amends and three reps for people who call with a
 * softphone. There are no simulated callers, and nobody listens at the carrier's port.
 */
final class Stay {

    private static final Duration RING = Duration.ofSeconds(2);
    private static final Duration TALK = Duration.ofSeconds(20);

    private final Place place;
    private final PrintStream out;

    Stay(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    /** Starts everything, says how to use it, and stays until the process is ended. */
    void run(Premises premises) throws InterruptedException {
        out.println("Starting the telephone system …");
        premises.startPbx();
        premises.phones(
                place.ports().phones(),
                invite -> {
                    String rep = invite.calledUser();
                    return CallCentre.REPS.contains(rep)
                            ? Rep.phone(rep, RING, TALK)
                            : Behaviour.reject(480);
                });
        out.println("Starting Amends …");
        AmendsProcess amends =
                premises.startAmends(
                        premises.settings()
                                .number("lines.support.offer_when_waiting", 0)
                                .number("callbacks.gap_seconds", 60));
        explain();
        out.println("ready");
        out.flush();
        while (amends.isAlive()) {
            Thread.sleep(Duration.ofSeconds(1));
        }
        System.err.println(
                "demo: Amends has ended; callers reach the ordinary queue. Start it again with: "
                        + place.cli("run"));
        new CountDownLatch(1).await();
    }

    private void explain() {
        Ports ports = place.ports();
        out.printf(
                """

                A call centre is up on this machine, until you press Ctrl-C.

                  Call in     SIP over UDP, extension 700 at %s, any caller id, no password:
                                sip:700@%s
                              Any softphone does (baresip, linphone), or SIPp. Your number is the
                              user of your From address; take one of the United States, such as
                              +12025550143, or there is no number to call back.
                              baresip, for example: put this line into ~/.baresip/accounts
                                <sip:+12025550143@%1$s>;regint=0
                              and type   /dial sip:700@%1$s
                              Extension 701 speaks Spanish.
                  You hear    the choice: 1 keeps you waiting, 2 has you called back, * repeats it.
                              2 works while you wait, too.
                  Reps        rep1, rep2, and senior1, a senior. They answer after %d s, talk for
                              %d s and hang up. Who calls a third time, calls again after hanging
                              up in the queue, or is flagged, comes to senior1 first.
                  Call backs  go to sip:NUMBER@%s, where nobody listens: start something
                              there that answers. Tries are 60 s apart, four at most.

                  Promises    %s
                              %s
                  A flag      %s
                  Check       %s
                  Console     %s

                  Settings    %s
                  Database    %s
                  Log         %s

                """,
                at(ports.sip()),
                at(ports.sip()),
                RING.toSeconds(),
                TALK.toSeconds(),
                at(ports.carrier()),
                place.cli("promises list --all"),
                place.cli("promises explain ID"),
                place.cli("flag +12025550143 --reason 'parcel lost twice'"),
                place.cli("doctor"),
                place.script("pbx cli"),
                place.settings(),
                place.database(),
                place.log());
    }

    private static String at(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
