package dev.amends.asterisk;

import dev.amends.promise.AttemptId;

import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DbGetResponseEvent;
import org.asteriskjava.manager.event.QueueStatusCompleteEvent;

/** Every action that Amends ever sends. */
final class AmiActions {

    private static final String FAMILY = "amends";

    /** Milliseconds: more than a claim and the longest ring that can be set. */
    private static final String LONGEST_RING = "150000";

    private AmiActions() {}

    static AmiAction ping() {
        return new AmiAction("Ping");
    }

    /**
     * One queue alone: in the others anybody may wait, with a caller id that breaks the answer off.
     * A queue that is not there is answered with a list of nothing.
     */
    static AmiAction queueStatus(String queue) {
        return new AmiAction("QueueStatus").with(AmiHeader.QUEUE, AmiText.plain(queue));
    }

    /** The same, as a list to wait for. */
    static AmiList queue(String queue) {
        AmiList action = new AmiList("QueueStatus", QueueStatusCompleteEvent.class);
        action.with(AmiHeader.QUEUE, AmiText.plain(queue));
        return action;
    }

    /** What a queue knows of one member. */
    static AmiList member(String queue, String device) {
        AmiList action = queue(queue);
        action.with(AmiHeader.MEMBER, AmiText.member(device));
        return action;
    }

    /** Pauses a member in all queues, for this reason. */
    static AmiAction pause(String device, String reason) {
        return new AmiAction("QueuePause")
                .with(AmiHeader.INTERFACE, AmiText.member(device))
                .with(AmiHeader.PAUSED, "true")
                .with(AmiHeader.REASON, AmiText.plain(reason));
    }

    /** Pauses a member in one queue, for this reason. */
    static AmiAction pause(String device, String queue, String reason) {
        return pause(device, reason).with(AmiHeader.QUEUE, AmiText.plain(queue));
    }

    /** Ends a member's pause in all queues. */
    static AmiAction unpause(String device) {
        return new AmiAction("QueuePause")
                .with(AmiHeader.INTERFACE, AmiText.member(device))
                .with(AmiHeader.PAUSED, "false");
    }

    /** Ends a member's pause in one queue. */
    static AmiAction unpause(String device, String queue) {
        return unpause(device).with(AmiHeader.QUEUE, AmiText.plain(queue));
    }

    static AmiAction coreStatus() {
        return new AmiAction("CoreStatus");
    }

    static AmiAction listCommands() {
        return new AmiAction("ListCommands");
    }

    static AmiAction showDialplan(String context) {
        return new AmiAction("ShowDialPlan").with(AmiHeader.CONTEXT, AmiText.plain(context));
    }

    static AmiList channels() {
        return new AmiList("CoreShowChannels", CoreShowChannelsCompleteEvent.class);
    }

    static AmiAction global(String variable) {
        return new AmiAction("Getvar").with(AmiHeader.VARIABLE, AmiText.variable(variable));
    }

    static AmiAction setGlobal(String variable, String value) {
        return new AmiAction("Setvar")
                .with(AmiHeader.VARIABLE, AmiText.variable(variable))
                .with(AmiHeader.VALUE, AmiText.plain(value));
    }

    /**
     * Has the PBX turn a date and time of its own, as CoreStatus gives them, into seconds since
     * 1970: it alone knows its time zone.
     */
    static AmiAction epochOf(String date, String time) {
        String both = AmiText.plain(date) + ' ' + AmiText.plain(time);
        return new AmiAction("Getvar")
                .with(AmiHeader.VARIABLE, "STRPTIME(" + both + ",,%Y-%m-%d %H:%M:%S)");
    }

    static AmiList mark(String key) {
        AmiList action = new AmiList("DBGet", DbGetResponseEvent.class);
        action.with(AmiHeader.FAMILY, FAMILY).with(AmiHeader.KEY, AmiText.plain(key));
        return action;
    }

    /** A placeholder: a Local channel with the attempt's id, and nothing else said. */
    static AmiAction place(AttemptId attempt) {
        return attempt(attempt, "amends-place", "30000");
    }

    /** The same to ask the owner of a promised action, on his phone. */
    static AmiAction ask(AttemptId attempt) {
        return attempt(attempt, "amends-owner", "30000");
    }

    /** A pair that claims and rings while the placeholder waits; nothing else said either. */
    static AmiAction ring(AttemptId attempt) {
        return rings(attempt, "amends-ring");
    }

    /** The same without a placeholder: to tell him something. */
    static AmiAction tell(AttemptId attempt) {
        return rings(attempt, "amends-late");
    }

    /** The same to ask him how it was. */
    static AmiAction survey(AttemptId attempt) {
        return rings(attempt, "amends-how");
    }

    private static AmiAction rings(AttemptId attempt, String context) {
        return local(attempt.value(), context, "amends-hold")
                .with(AmiHeader.CHANNEL_ID, AmiText.ring(attempt))
                .with(AmiHeader.TIMEOUT, LONGEST_RING);
    }

    private static AmiAction attempt(AttemptId attempt, String context, String millis) {
        return local(attempt.value(), context, "amends-hold")
                .with(AmiHeader.CHANNEL_ID, attempt.value())
                .with(AmiHeader.TIMEOUT, millis);
    }

    /** One call through all that a caller needs, to nobody; it leaves marks under its id. */
    static AmiAction doctorsCall(String id, String queue) {
        return local(id, "amends-doctor", "amends-nop")
                .with(AmiHeader.VARIABLE, "AMENDS_TRY=" + AmiText.plain(queue))
                .with(AmiHeader.TIMEOUT, "10000");
    }

    static AmiAction coreSettings() {
        return new AmiAction("CoreSettings");
    }

    /** Has the dialplan delete a mark: the AMI's own DBDel would need far wider rights. */
    static AmiAction forget(String key) {
        return local(key, "amends-forget", "amends-nop");
    }

    /**
     * Has the dialplan write down what it takes to end a pause of ours while we are gone: our
     * account may not write in the database. The reply comes once it is written.
     *
     * @param kind of which pauses: reserve or breather
     * @param of whose, or in which queue
     * @param names what to know of it, joined by {@code &}; empty when there is no such pause any
     *     more
     */
    static AmiAction note(String kind, String of, String names) {
        return local(kind, "amends-note", "amends-nop")
                .with(AmiHeader.ASYNC, "false")
                .with(
                        AmiHeader.VARIABLE,
                        "AMENDS_OF=" + AmiText.plain(of) + ",AMENDS_NAMES=" + AmiText.names(names));
    }

    /** What a configuration file says under a section; where it says it twice, the last counts. */
    static AmiAction configured(String file, String section, String setting) {
        return new AmiAction("Getvar")
                .with(
                        AmiHeader.VARIABLE,
                        "AST_CONFIG(%s,%s,%s,-1)"
                                .formatted(file, AmiText.plain(section), AmiText.plain(setting)));
    }

    private static AmiAction local(String extension, String context, String otherHalf) {
        return new AmiAction("Originate")
                .with(AmiHeader.CHANNEL, "Local/" + AmiText.plain(extension) + '@' + context + "/n")
                .with(AmiHeader.CONTEXT, otherHalf)
                .with(AmiHeader.EXTEN, "s")
                .with(AmiHeader.PRIORITY, "1")
                .with(AmiHeader.ASYNC, "true");
    }

    /** Hangs up all that was originated, by a regular expression over channel names. */
    static AmiAction withdraw(AttemptId attempt) {
        return hangup(attempt, "(place|ring|late|how)");
    }

    /** Hangs up the placeholder alone. */
    static AmiAction unseat(AttemptId attempt) {
        return hangup(attempt, "place");
    }

    private static AmiAction hangup(AttemptId attempt, String pairs) {
        return new AmiAction("Hangup")
                .with(AmiHeader.CHANNEL, "/^Local/" + attempt.value() + "@amends-" + pairs + "-.*/")
                .with(AmiHeader.CAUSE, "16");
    }
}
