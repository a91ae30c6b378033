package dev.amends.line;

import java.util.Optional;

/**
 * What a caller is told about his wait: the 80 percent quantile, rounded up. To one caller the
 * figure never rises unless somebody really passed him; a figure that no longer holds is not
 * repeated either. First rule that speaks wins: nothing known; a rep is free; told for the first
 * time; not more than before; passed; nothing.
 */
public final class TellPolicy {

    private TellPolicy() {}

    /**
     * What to tell him now, if anything.
     *
     * @param ahead how many are ahead of him now: more than before means that somebody passed
     * @param before what he was told last
     */
    public static Optional<ToldWait> tell(
            Optional<ExpectedWait> expected, int ahead, Optional<ToldWait> before) {
        if (expected.isEmpty() || expected.get().equals(ExpectedWait.NONE)) {
            return Optional.empty();
        }
        ToldWait now = new ToldWait(WaitStep.of(expected.get().p80()), ahead);
        boolean fits =
                before.isEmpty()
                        || now.step().compareTo(before.get().step()) <= 0
                        || ahead > before.get().ahead();
        return fits ? Optional.of(now) : Optional.empty();
    }
}
