package dev.amends.staff;

/**
 * A rep as a queue sees him.
 *
 * @param device the telephone system's name of his phone, of any technology, such as {@code
 *     PJSIP/rep1}
 */
public record Rep(String device, RepState state) {}
