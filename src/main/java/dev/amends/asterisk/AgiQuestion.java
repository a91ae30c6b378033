package dev.amends.asterisk;

/**
 * What the dialplan asks: {@code AGI(agi://…/turn,DIALOGUE,LINE,STATE,HEARD)}. The alphabet of each
 * part has been checked, its meaning has not.
 *
 * @param callerId digits and a leading plus only; empty when withheld
 * @param uniqueId the channel's unique id, without the mark of a Local channel's half
 * @param language the channel's language; empty when that is not the name of a language
 */
public record AgiQuestion(
        String dialogue,
        String line,
        String state,
        String heard,
        String uniqueId,
        String callerId,
        String language) {}
