package dev.amends.supervision;

/** What a person may write in an order: it is shown in logs, lists and stories. */
final class OrderText {

    private static final int LONGEST = 80;

    private OrderText() {}

    /** Whether this is printable text of a fit length. */
    static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && printable(text);
    }

    /** That it is not. */
    static String wrong(String what) {
        return "the " + what + " must be printable text of 1 to " + LONGEST + " characters";
    }

    private static boolean printable(String text) {
        return text.codePoints()
                .noneMatch(point ->
                        Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.LINE_SEPARATOR
                                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(point) == Character.UNASSIGNED
                                || Character.getType(point) == Character.SURROGATE);
    }
}
