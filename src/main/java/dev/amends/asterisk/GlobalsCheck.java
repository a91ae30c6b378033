package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** The PBX's key, its clock, and how old the last heartbeat is. */
final class GlobalsCheck implements PbxChecks.Look {

    private static final long OFF_BY = 2;
    private static final long FRESH = 10;

    private final Secret key;
    private final InstantSource clock;

    GlobalsCheck(Secret key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public List<Finding> at(AmiSession session) {
        OptionalLong now = Marks.number(session.value(AmiActions.global("EPOCH")));
        OptionalLong beat = Marks.number(session.value(AmiActions.global(HeartBeat.VARIABLE)));
        return List.of(
                key(session.value(AmiActions.global("AMENDS_KEY"))), clock(now), beat(now, beat));
    }

    private Finding key(String found) {
        String fix =
                "Put #include \"amends-key.conf\" under [globals] in extensions.conf, then run:"
                        + " asterisk -rx 'dialplan reload'";
        if (found.isEmpty()) {
            return problem("key", "the PBX has no global variable AMENDS_KEY", "our key", fix);
        }
        return key.matches(found)
                ? Finding.ok("key", "the PBX has the same as the key file")
                : problem("key", "the PBX has another key", "the one in asterisk.key_file", fix);
    }

    private Finding clock(OptionalLong pbx) {
        if (pbx.isEmpty()) {
            return problem("clock", "the PBX does not tell its time", "EPOCH", "Is it Asterisk?");
        }
        long apart = pbx.getAsLong() - clock.instant().getEpochSecond();
        return Math.abs(apart) <= OFF_BY
                ? Finding.ok("clock", "the PBX's and ours agree")
                : problem(
                        "clock",
                        "the PBX's clock is " + apart + " s from ours",
                        "at most " + OFF_BY + " s",
                        "Have both machines keep time by NTP: timedatectl set-ntp true");
    }

    private static Finding beat(OptionalLong now, OptionalLong beat) {
        long age = now.orElse(0) - beat.orElse(0);
        return beat.isPresent() && age <= FRESH
                ? Finding.ok("heartbeat", age + " s old: calls are asking Amends")
                : new Finding(
                        "heartbeat",
                        Verdict.WARNING,
                        beat.orElse(0) == 0 ? "none" : age + " s old",
                        "at most " + FRESH + " s old",
                        "Start Amends: amends run. Until then every call goes straight to its"
                                + " queue");
    }

    private static Finding problem(String what, String found, String expected, String fix) {
        return new Finding(what, Verdict.PROBLEM, found, expected, fix);
    }
}
