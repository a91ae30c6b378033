package dev.amends.care;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.util.Optional;

/**
 * A call that is over, or about to be.
 *
 * @param id its own, or that of the attempt by which we had called him
 * @param number the other side's, unless it is withheld
 */
public record CallRef(CallId id, LineName line, Optional<PhoneNumber> number) {}
