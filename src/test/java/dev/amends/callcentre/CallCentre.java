package dev.amends.callcentre;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Ear;
import dev.amends.bench.Fingerprints;
import dev.amends.bench.Invite;
import dev.amends.bench.Leg;
import dev.amends.bench.Phone;
import dev.amends.bench.Script;

import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One call centre in its usual shape: the private telephone system, two ordinary reps and a senior
 * at their phones, a carrier with the called people, and callers. What each phone does is set per
 * story; each leg has a tone of its own.
 */
public final class CallCentre implements AutoCloseable {

    /** The reps: two ordinary ones and a senior. */
    public static final List<String> REPS = List.of("rep1", "rep2", "senior1");

    /** The tone of a caller's voice, and of a called person's. */
    public static final int CALLER_TONE = legTone(4);

    public static final int CALLED_TONE = legTone(6);

    /** The tone of a supervisor's. */
    public static final int SUPERVISOR_TONE = legTone(5);

    /** What those who wait hear in place of music. */
    public static final int MUSIC_TONE = 850;

    private final Ports ports;
    private final PrivatePbx pbx;
    private final Map<String, List<Behaviour>> reps = new ConcurrentHashMap<>();
    private final Map<String, List<Behaviour>> people = new ConcurrentHashMap<>();
    private volatile Behaviour anybodyElse = Behaviour.reject(404);
    private final Phone repPhones;
    private final Phone carrier;
    private final Phone callers;

    /** Puts phones around a running telephone system. */
    public CallCentre(Ports ports, PrivatePbx pbx, Fingerprints prompts) {
        this.ports = ports;
        this.pbx = pbx;
        this.repPhones = Phone.open(ports.phones(), prompts, this::repBehaviour);
        this.carrier = Phone.open(ports.carrier(), prompts, this::calledBehaviour);
        this.callers = Phone.caller(prompts);
    }

    /** These reps are not rung in one queue: seniors stay on duty in the other one. */
    public void pauseIn(String queue, List<String> names) {
        names.forEach(name -> pbx.cli("queue pause member PJSIP/" + name + " queue " + queue));
    }

    /** Only these reps take calls. */
    public void onDuty(String... names) {
        for (String rep : REPS) {
            String order = List.of(names).contains(rep) ? "unpause" : "pause";
            pbx.cli("queue " + order + " member PJSIP/" + rep);
        }
    }

    /** Waits until the telephone system has a fresh sign of life of Amends. */
    public void awaitHeartbeat() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        pbx.cli("dialplan show globals")
                                .lines()
                                .anyMatch(line -> line.matches(" *AMENDS_BEAT=[1-9].*")));
    }

    /** Waits until no channel is left. */
    public void awaitNoChannels(Duration patience) {
        Awaitility.await().atMost(patience).until(() -> pbx.channels() == 0);
    }

    /** From the choice on: he is to be called on the number he calls from, up to the end. */
    public static void choosesToBeCalled(Call call) {
        call.press("2");
        call.awaitPrompt("if-right-press-1", Duration.ofSeconds(12));
        call.press("1");
        call.awaitPrompt("we-will-call-you", Duration.ofSeconds(5));
        call.awaitEnded(Duration.ofSeconds(8));
    }

    /** They hear each other, from now on. */
    public static void talk(Call one, int oneTone, Call other, int otherTone) {
        one.awaitTone(otherTone, Duration.ofSeconds(10));
        other.awaitTone(oneTone, Duration.ofSeconds(10));
    }

    /** The tone of a rep's voice. */
    public static int voice(String rep) {
        return legTone(REPS.indexOf(rep));
    }

    private static int legTone(int index) {
        return Ear.LEG_TONES.get(index);
    }

    /** The telephone system. */
    public PrivatePbx pbx() {
        return pbx;
    }

    public Ports ports() {
        return ports;
    }

    /** The carrier; its list of INVITEs is the judge of who was called. */
    public Phone carrier() {
        return carrier;
    }

    /** The reps' phones. */
    public Phone reps() {
        return repPhones;
    }

    /**
     * What a rep's phone does from now on, or the first time it rings, the second time …; the last
     * one repeats.
     */
    public void rep(String name, Behaviour... each) {
        reps.put(name, List.of(each));
    }

    /** Every rep answers after a moment and talks for so long. */
    public void repsTalk(Duration talk) {
        REPS.forEach(name -> rep(name, talking(name, talk)));
    }

    /** Every rep answers after a moment and talks until the other side hangs up. */
    public void repsListen() {
        REPS.forEach(name -> rep(name, listening(name)));
    }

    /** A rep who answers after a moment and talks until the other side hangs up. */
    public static Behaviour listening(String rep) {
        return Behaviour.answerAfter(Duration.ofMillis(300)).as(Leg.tone(voice(rep)));
    }

    /** A rep who answers after a moment and hangs up after so long. */
    public static Behaviour talking(String rep, Duration talk) {
        return Behaviour.answerAfter(Duration.ofMillis(300))
                .as(Leg.tone(voice(rep)))
                .then(Script.hangUpAfter(talk));
    }

    /**
     * What happens when this number is called, the first time, the second time …; the last one
     * repeats.
     */
    public void called(String number, Behaviour... each) {
        people.put(number, List.of(each));
    }

    /** What happens when any other number is called. */
    public void anybodyElseCalled(Behaviour behaviour) {
        anybodyElse = behaviour;
    }

    /** Somebody who answers the phone and then does something. */
    public static Behaviour.Answer answering(Script script) {
        return Behaviour.answerAfter(Duration.ofMillis(400)).as(Leg.tone(CALLED_TONE)).then(script);
    }

    /** Calls the line with this caller id. */
    public Call call(String callerId) {
        return call(callerId, Leg.tone(CALLER_TONE));
    }

    /** Calls the line with this caller id and leg. */
    public Call call(String callerId, Leg leg) {
        return callers.call(callerId, "700", ports.sip(), leg);
    }

    /** Calls the line's Spanish number. */
    public Call spanishCall(String callerId) {
        return call(callerId, "701");
    }

    /** Calls one of the numbers that callers can dial. */
    public Call call(String callerId, String dialled) {
        return callers.call(callerId, dialled, ports.sip(), Leg.tone(CALLER_TONE));
    }

    private Behaviour repBehaviour(Invite invite) {
        return nth(invite, reps.getOrDefault(invite.calledUser(), List.of(Behaviour.reject(480))));
    }

    private Behaviour calledBehaviour(Invite invite) {
        return nth(invite, people.getOrDefault(invite.calledUser(), List.of(anybodyElse)));
    }

    private static Behaviour nth(Invite invite, List<Behaviour> each) {
        return each.get(Math.min(invite.nth(), each.size()) - 1);
    }

    @Override
    public void close() {
        callers.close();
        carrier.close();
        repPhones.close();
    }
}
