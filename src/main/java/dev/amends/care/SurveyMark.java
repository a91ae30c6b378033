package dev.amends.care;

/** A mark that a caller gives a call, from 1, very bad, to 5, very good. */
public record SurveyMark(int value) {

    public static final int WORST = 1;
    public static final int BEST = 5;

    public SurveyMark {
        if (value < WORST || value > BEST) {
            throw new IllegalArgumentException("not a mark: " + value);
        }
    }

    /** Whether it says that something was wrong. */
    public boolean low() {
        return value <= 2;
    }
}
