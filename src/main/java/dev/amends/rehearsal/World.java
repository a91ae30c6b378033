package dev.amends.rehearsal;

import java.time.Duration;
import java.util.List;

/**
 * What a virtual call centre is made of.
 *
 * @param spells how busy it is, one spell after the other
 * @param people how callers are
 * @param phones how promised callers' phones are
 * @param team who answers
 * @param foreknown whether the line knows the true means of its callers, instead of learning them
 */
public record World(
        List<Spell> spells, People people, Phones phones, Team team, boolean foreknown) {

    public World {
        spells = List.copyOf(spells);
    }

    /**
     * A time with so many calls an hour, on average, by chance alone.
     *
     * @param counts whether its callers are counted; those who only warm the line up are not
     */
    public record Spell(Duration lasts, double callsAnHour, boolean counts) {}

    /**
     * How callers are.
     *
     * @param patience how long one waits before he hangs up, on average; exponential
     * @param handling how long a conversation lasts, on average; log-normal with a coefficient of
     *     variation of 1
     * @param accepts the share of those offered a call back who take it
     * @param upset the share of those who are flagged as upset
     */
    public record People(Duration patience, Duration handling, double accepts, double upset) {}

    /**
     * How promised callers' phones are.
     *
     * @param answered the share of calls that a person answers
     * @param machine the share that a machine answers; another is busy or rings in vain
     * @param busy the share that is busy
     * @param ring how long it rings until a person answers, on average; log-normal with a
     *     coefficient of variation of 0.7
     * @param key from the answer until he has pressed the key
     * @param holding how long he then holds before he hangs up, on average; exponential
     */
    public record Phones(
            double answered,
            double machine,
            double busy,
            Duration ring,
            Duration key,
            Duration holding) {}

    /**
     * Who answers.
     *
     * @param reps all of them
     * @param seniors how many of them are seniors as well
     * @param wrapUp what each needs after a call
     * @param pauseEvery after so long on duty each takes a pause, once his call is over
     * @param pause how long it is; zero for none
     */
    public record Team(
            int reps, int seniors, Duration wrapUp, Duration pauseEvery, Duration pause) {}
}
