package dev.amends.callcentre;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Texts that a stranger might send in the hope that some line protocol takes a part of them for an
 * order: hand-made ones of each known kind, and random ones put together from pieces.
 */
public final class HostileTexts {

    private static final String CR = "\r";
    private static final String LF = "\n";
    private static final String NUL = "\0";
    private static final int OVERLONG = 8192;

    /** What means something to the manager interface, to FastAGI or to the dialplan. */
    private static final List<String> PIECES =
            List.of(
                    CR,
                    LF,
                    CR + LF,
                    NUL,
                    "\t",
                    "\u000b",
                    "\u001b",
                    "\u007f",
                    "\u0085",
                    "\u00a0",
                    "\u2028",
                    "\u2029",
                    "\ufeff",
                    "\ud800",
                    ":",
                    ": ",
                    ";",
                    ",",
                    "\"",
                    "'",
                    "\\",
                    "\\n",
                    "%0d%0a",
                    "$",
                    "{",
                    "}",
                    dollar("x"),
                    dollar("SHELL(id)"),
                    "$[1+1]",
                    "$[",
                    "&",
                    "|",
                    "^",
                    "(",
                    ")",
                    "()",
                    "[",
                    "]",
                    "<",
                    ">",
                    "!",
                    "*",
                    "#",
                    "/",
                    "..",
                    "=",
                    "==",
                    "+",
                    "-",
                    "_",
                    "__",
                    "@",
                    "?",
                    " ",
                    "  ",
                    "a",
                    "Z",
                    "0",
                    "17.5",
                    "ü",
                    "-- END --",
                    "--END COMMAND--",
                    "same",
                    "n,",
                    "1,1");

    /** What begins something of its own there. */
    private static final List<String> BEGINNINGS =
            List.of(
                    "Action: Ping",
                    "ActionID: x",
                    "Variable: A=1",
                    "Async: true",
                    "Event: Hangup",
                    "Response: Success",
                    "agi_callerid: 1",
                    "agi_arg_1: claim",
                    "agi_threadid: 1",
                    "200 result=1 (x)",
                    "HANGUP",
                    "EXEC Hangup",
                    "SET VARIABLE A 1",
                    "GET VARIABLE A",
                    "AMENDS_OK=0",
                    "AMENDS_DIAL=PJSIP/x",
                    "MSet A=1",
                    "Local/s@amends-forget/n");

    private HostileTexts() {}

    /** So many of them, the hand-made ones first. */
    public static List<String> some(Random random, int count) {
        List<String> texts = new ArrayList<>(handMade());
        while (texts.size() < count) {
            texts.add(random(random));
        }
        return List.copyOf(texts.subList(0, count));
    }

    /** Some that also pass where only the letters of a turn's answer do. */
    public static List<String> tame(Random random, int count) {
        String letters = "aZ09/_&.:+=;@-";
        List<String> words =
                List.of("AMENDS_OK=0", "Local/s@x", "..", "==", "&&", "A=1", ";1", "@amends-line");
        List<String> texts = new ArrayList<>(words);
        while (texts.size() < count) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(
                        random.nextInt(5) == 0
                                ? words.get(random.nextInt(words.size()))
                                : letters.charAt(random.nextInt(letters.length())));
            }
            texts.add(text.toString());
        }
        return List.copyOf(texts);
    }

    private static List<String> handMade() {
        List<String> texts =
                new ArrayList<>(List.of("", " ", "   ", "a", "amends", "17.5", "support"));
        texts.addAll(PIECES);
        for (String beginning : BEGINNINGS) {
            for (String end :
                    List.of(CR, LF, CR + LF, LF + CR, NUL, "\u2028", "\u0085", ",", ";", "&")) {
                texts.add("a" + end + beginning);
            }
            texts.add(beginning);
            texts.add("a" + CR + LF + CR + LF + beginning + CR + LF + CR + LF);
            texts.add("\"" + LF + LF + beginning + LF);
        }
        IntStream.of(255, 256, 500, 501, 1024, 2000, 2001, OVERLONG, 3 * OVERLONG)
                .forEach(length -> {
                    texts.add("x".repeat(length));
                    texts.add("x".repeat(length - 3) + CR + LF + "y");
                });
        texts.add("x,".repeat(OVERLONG));
        texts.add("1".repeat(OVERLONG) + LF + BEGINNINGS.getFirst() + LF + LF);
        return texts;
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> Character.toString(random.nextInt(0x2030));
                        case 1 -> BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
                        case 2 -> "abc".repeat(random.nextInt(40));
                        default -> PIECES.get(random.nextInt(PIECES.size()));
                    });
        }
        return text.toString();
    }

    private static String dollar(String inside) {
        return "$" + "{" + inside + "}";
    }
}
