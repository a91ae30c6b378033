package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.supervision.Check;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the doctor looks at on the PBX, over a login of its own. */
public final class PbxChecks implements Check {

    /** One thing to look at over an open session. */
    @FunctionalInterface
    interface Look {
        List<Finding> at(AmiSession session);
    }

    private final AmiSettings settings;
    private final List<Look> looks;

    /**
     * @param callId the mark of the one true call, new each time
     */
    public PbxChecks(
            AmiSettings settings, ExpectedPbx expected, String callId, InstantSource clock) {
        this.settings = settings;
        List<Look> all = new ArrayList<>();
        all.add(new RightsCheck());
        all.add(new GlobalsCheck(expected.key(), clock));
        ShippedParts shipped = expected.shipped();
        all.add(new DialplanCheck(shipped.contexts()));
        all.add(new CodesCheck(shipped.codes()));
        all.add(new MusicCheck(shipped.music()));
        all.add(new QueuesCheck(expected.queues(), clock));
        all.add(new QueueSettingsCheck(shipped.queues()));
        all.add(new NamedQueuesCheck(expected.named()));
        all.add(new PromptsCheck(expected.languages(), expected.recorded()));
        // At the end, when all that could keep it from coming through has been told.
        expected.named().values().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(queue -> all.add(new TrueCall(callId, queue)));
        this.looks = List.copyOf(all);
    }

    @Override
    public List<Finding> run() {
        try (AmiSession session = AmiSession.forActions(settings, _ -> {})) {
            List<Finding> findings = new ArrayList<>();
            findings.add(
                    Finding.ok(
                            "AMI",
                            "logged in as %s at %s:%d"
                                    .formatted(settings.user(), settings.host(), settings.port())));
            looks.forEach(look -> findings.addAll(look(look, session)));
            return findings;
        } catch (AmiRefused e) {
            return List.of(refused(e));
        } catch (TelephoneDown e) {
            return List.of(unreachable(e));
        }
    }

    private static List<Finding> look(Look look, AmiSession session) {
        try {
            return look.at(session);
        } catch (AmiRefused | TelephoneDown e) {
            return List.of(
                    new Finding(
                            "AMI",
                            Verdict.PROBLEM,
                            String.valueOf(e.getMessage()),
                            "an answer",
                            "Give the account the rights of asterisk-conf's manager.conf, then run:"
                                    + " asterisk -rx 'manager reload'"));
        }
    }

    private Finding refused(AmiRefused e) {
        return new Finding(
                "AMI",
                Verdict.PROBLEM,
                e.reason(),
                "a login as " + settings.user(),
                "Compare asterisk.ami_user and the secret with the account in manager.conf (its"
                        + " permit lines too), then run: asterisk -rx 'manager reload'");
    }

    private Finding unreachable(TelephoneDown e) {
        return new Finding(
                "AMI",
                Verdict.PROBLEM,
                String.valueOf(e.getMessage()),
                "an Asterisk at %s:%d".formatted(settings.host(), settings.port()),
                "Start Asterisk; in manager.conf set enabled = yes, and compare its bindaddr and"
                        + " port with asterisk.host and asterisk.ami_port");
    }
}
