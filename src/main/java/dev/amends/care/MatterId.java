package dev.amends.care;

/** A matter's id: a number drawn at random. */
public record MatterId(long value) {

    @Override
    public String toString() {
        return Long.toHexString(value);
    }
}
