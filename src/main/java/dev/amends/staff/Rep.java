package dev.amends.staff;

/**
 * A rep as a queue sees him.
 *
 * @param device the telephone system's name of his phone, of any technology, such as {@code
 *     PJSIP/rep1}
 * @param kept whether Amends keeps him from this queue's callers, for upset ones; who is kept and
 *     free is shown as paused, as nobody in this queue gets him
 */
public record Rep(String device, RepState state, boolean kept) {

    /** One who is not kept. */
    public Rep(String device, RepState state) {
        this(device, state, false);
    }
}
