package dev.amends.promise;

/**
 * How many callbacks may be promised, so that nobody can have many people, or one person often,
 * called at our cost.
 *
 * @param perNumberADay to one number in 24 hours
 * @param perBlockAnHour to one block of a thousand numbers in an hour: all that differ in the last
 *     three digits only
 * @param anHour in all, in an hour
 * @param budget what their calls may cost
 */
public record PromiseLimits(int perNumberADay, int perBlockAnHour, int anHour, Budget budget) {

    /** For what one of our own people promises. */
    public static final PromiseLimits NONE =
            new PromiseLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** The same, whatever the calls cost. */
    public PromiseLimits(int perNumberADay, int perBlockAnHour, int anHour) {
        this(perNumberADay, perBlockAnHour, anHour, Budget.NONE);
    }
}
