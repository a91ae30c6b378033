package dev.amends.speech;

import java.util.Locale;

/**
 * Every prompt of our own. The name of a constant is the name of its sound file and of its line in
 * each language's {@link Catalogue}: {@code WE_WILL_CALL_YOU} is {@code amends/we-will-call-you}.
 */
public enum CataloguePrompt {
    // The caller, on arrival, where his line asks anything.
    SAME_MATTER,
    WHAT_IS_IT_ABOUT,
    REASON_BILLING,
    REASON_DELIVERY,
    REASON_FAULT,
    REASON_ORDER,
    REASON_OTHER,
    HOW_CAN_WE_HELP,
    WISH_REFUND,
    WISH_REPAIR,
    WISH_EXPLANATION,
    WISH_CALLBACK,
    WISH_OTHER,
    OR_PRESS_POUND,

    // The caller, before the queue.
    CHOICE,
    WAIT_AT_MOST,
    WAIT_OVER_AN_HOUR,
    CHOICE_AFTER_WAIT,
    WE_WILL_CALL_YOU_ON,
    IF_RIGHT_PRESS_1,
    IF_RIGHT_OR_ANOTHER,
    TIME_TAKEN,
    WE_WILL_CALL_YOU,
    CALL_YOU_BETWEEN,
    CALL_YOU_BEFORE,
    AND,
    THANK_YOU_GOODBYE,
    KEEP_WAITING,
    CANNOT_CALL_THIS_NUMBER,
    KEY_IN_NUMBER,
    NOT_A_NUMBER,
    NO_CALLBACK_NOW,
    KEEP_WAIT_OR_CANCEL,
    NOT_UNDERSTOOD,
    COULD_NOT_PROMISE,
    ALREADY_PROMISED,
    NOBODY_HERE,

    // Who calls while the line is closed, or too late for a call today; days and times are spelled.
    CLOSED_NOW,
    WE_OPEN,
    CALLED_BACK_PRESS_2,
    KEEP_OR_CANCEL,
    CLOSED_NO_CALLBACK,
    WAIT_OR_BE_CALLED,
    WE_CALL_YOU,
    FROM,
    BETWEEN,
    AT,

    // The caller who is asked whether he may be recorded, and may tell what happened.
    MAY_WE_RECORD,
    STORY_OFFER,
    STORY_SPEAK,
    STORY_THANKS,
    STORY_NOTHING,

    // The caller, in the queue.
    WHILE_WAITING,

    // The caller whose rep says that it will take a while.
    LATER_CHOICE,
    LATER_WHEN,
    PRESS,
    FOR_A_CALL,
    FOR_A_CALL_AT,
    FOR_A_CALL_TOMORROW_AT,
    LATER_PLEASE_HOLD,
    LATER_CALLED_BACK,
    LATER_CALLED_BACK_AT,
    LATER_CALLED_BACK_TOMORROW_AT,
    LATER_COULD_NOT_PROMISE,
    LATER_NOT_BACK,
    LATER_ANYBODY,

    // The person we call.
    COMPANY,
    YOU_ASKED_US_TO_CALL,
    SPEAK_LATER_NEVER,
    CONNECTING_YOU,
    WE_WILL_TRY_LATER,
    CALL_AGAIN_AT,
    CALL_AGAIN_TOMORROW_AT,
    PLACE_KEPT_RING_US,
    CANCELLED_GOODBYE,
    RUNNING_LATE,
    LATE_FINE_OTHER_NEVER,
    LATE_CALLED_SOON,
    LOST_THE_REP,
    GOODBYE,

    // The rep.
    CALLBACK_FOR_YOU,
    CALLBACK_YOU_PROMISED,
    CALLBACK_OF_A_COLLEAGUE,
    LATER_HE_CHOOSES,
    LATER_HE_HOLDS,
    LATER_YOU_CALL_HIM,
    LATER_YOU_CALL_HIM_AT,
    LATER_YOU_CALL_HIM_TOMORROW_AT,
    LATER_HE_HAS_GONE,
    LATER_NOBODY_HOLDS,
    HELD_FOR_A_COLLEAGUE,
    BRIEF_SAME_MATTER,
    BRIEF_WAITED,
    BRIEF_WANTS,
    BRIEF_STORY,
    REPEAT_CALLER,
    FLAGGED_CALLER,
    REDIALLED,
    CALLBACK_IS_HERE,
    NOT_THERE_YET,
    NOBODY_THERE,
    WANTS_IT_LATER,
    NO_LONGER_NEEDED,
    CALLBACK_FELL_THROUGH,

    // The rep who promised something else than a call, when it is due.
    YOU_PROMISED,
    ACTION_REFUND,
    ACTION_DELIVERY,
    ACTION_REPAIR,
    ACTION_DOCUMENT,
    ACTION_OTHER,
    TO_THE_CALLER,
    DONE_OR_NOT,
    DONE_NOT_OR_LATER,
    NOT_NOTED,

    // The rep, when a call is over or about to be.
    CLOSING_CAME,
    CLOSING_WHAT,
    CLOSING_FOR,
    CLOSING_WHEN,
    CLOSING_WHO,
    CLOSING_MISTAKE,
    CLOSING_REMEDY,

    // The caller, when his rep has hung up.
    HOW_WAS_OUR_CALL,
    SURVEY_MARK,
    SURVEY_SOLVED,

    // The rep, in a call.
    WHY_UPSET,
    NOTED,
    ON_ITS_WAY,
    NOBODY_TOOK_IT,
    TAKEN_OVER,
    ONE_MINUTE_LEFT,
    THREE_LIMITS_FIRST,
    LIMIT_JUST_SET,
    NO_SUPERVISOR,
    SUPERVISOR_LISTENS,
    BREATHER_OVER,
    NO_BREATHER,
    RECORDING_RESTS,
    RECORDING_GOES_ON,
    NOT_RECORDED,
    NO_STORY,
    STORY_OR_GO_ON,

    // Who takes over a call.
    HANDED_OVER_BY,
    WAITED_TOO_LONG,
    PROBLEM_NOT_SOLVED,
    TREATED_BADLY,
    CALLER_IS_UPSET,
    CALLER_IS_ABUSIVE,
    TAKE_OVER_OR_DECLINE,
    CALLER_HAS_GONE,
    LIMIT_WAS_SET,
    HELP_WANTED_BY,
    HELP_KEYS,
    HELP_REP_GONE,
    HELP_TAKEN,

    // The caller whose call is taken over.
    COLLEAGUE_TAKES_OVER,
    SUPERVISOR_TAKES_OVER,

    // Caller and rep, when the rep sets a limit; and the end of a call after three of them.
    LIMIT,
    LAST_LIMIT,
    WE_HAVE_TO_END,
    IN_WRITING,

    // A caller whose number a supervisor has barred for a while.
    BARRED;

    /** The folder of our prompts, below the folder of the language. */
    public static final String FOLDER = "amends";

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Prompt prompt = new Prompt(FOLDER + '/' + key);

    /**
     * What says the action with this code, such as {@code amends/action-refund}: one of ours, or an
     * administrator's own.
     */
    public static Prompt action(String code) {
        return new Prompt(FOLDER + "/action-" + code);
    }

    /** A line's own words on how to reach it in writing, such as {@code amends/in-writing-post}. */
    public static Prompt inWriting(String code) {
        return new Prompt(FOLDER + "/in-writing-" + code);
    }

    /**
     * What says the reason of a call with this code, such as {@code amends/reason-billing}: one of
     * ours, or an administrator's own.
     */
    public static Prompt reason(String code) {
        return new Prompt(FOLDER + "/reason-" + code);
    }

    /**
     * What says the wish with this code, such as {@code amends/wish-refund}: one of ours, or an
     * administrator's own.
     */
    public static Prompt wish(String code) {
        return new Prompt(FOLDER + "/wish-" + code);
    }

    /** The sound to play. */
    public Prompt prompt() {
        return prompt;
    }

    /** The name in the catalogue and of the sound file, such as {@code we-will-call-you}. */
    public String key() {
        return key;
    }
}
