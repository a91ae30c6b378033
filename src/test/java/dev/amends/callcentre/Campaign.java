package dev.amends.callcentre;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * People who want us to call, at our cost, whom they please: with made-up numbers to call from and
 * keyed in, those of whole blocks one after the other, the same one again and again, and such that
 * cost extra or only look like others. Drawn anew in each run.
 */
public final class Campaign {

    private static final List<String> CITIES = List.of("202", "212", "312", "415", "617");

    /** The only numbers that a campaign may get called: ordinary ones of some cities. */
    private static final Pattern ORDINARY =
            Pattern.compile("\\+1(202|212|312|415|617)(?!976|555)[2-9][0-9]{6}");

    private final Random random;
    private final String block;
    private final String victim;

    /** The same numbers for the same seed. */
    public Campaign(long seed) {
        random = new Random(seed);
        block = ordinary().substring(0, 9);
        victim = ordinary();
    }

    /**
     * One of them calls.
     *
     * @param callerId what his call says; empty when withheld
     * @param keyed the number that he keys in; empty when he wants to be called where he calls from
     */
    public record Request(String callerId, String keyed) {}

    /** So many, in the order in which they call. */
    public List<Request> requests(int howMany) {
        return IntStream.range(0, howMany).mapToObj(this::request).toList();
    }

    /** Whether this number may be called at all. */
    public static boolean ordinary(String number) {
        return ORDINARY.matcher(number).matches();
    }

    private Request request(int n) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Request(ordinary(), "");
            case 2 -> new Request(neighbour(n), "");
            case 3 -> new Request(ordinary(), neighbour(n).substring(1));
            case 4 -> new Request(victim, "");
            case 5 -> new Request(random.nextBoolean() ? "" : ordinary(), victim.substring(2));
            case 6 -> new Request(costly(), "");
            default -> new Request(ordinary(), keyable(costly()));
        };
    }

    private String ordinary() {
        String exchange;
        do {
            exchange = "" + (200 + random.nextInt(800));
        } while (exchange.matches("555|976|.11"));
        return "+1" + one(CITIES) + exchange + digits(4);
    }

    private String neighbour(int n) {
        return block + "%03d".formatted(n % 1000);
    }

    /** Dear ones, forbidden ones, and texts that somebody might take for others. */
    private String costly() {
        return one(
                List.of(
                        "+1900" + (200 + random.nextInt(700)) + digits(4),
                        "+1" + one(CITIES) + "976" + digits(4),
                        "+1" + one(CITIES) + "5551212",
                        "+1" + one(List.of("876", "809", "473", "664")) + "2" + digits(6),
                        "+44" + one(List.of("90", "871", "70")) + digits(8),
                        "+881" + digits(9),
                        "+882" + digits(9),
                        "+979" + digits(9),
                        "+1800" + (200 + random.nextInt(700)) + digits(4),
                        "+1" + one(CITIES) + "911",
                        "911",
                        "+" + digits(15),
                        "00" + digits(11),
                        "*" + digits(9),
                        "#" + digits(2) + "#" + ordinary().substring(1)));
    }

    private static String keyable(String text) {
        return text.replace("+", "011");
    }

    private String digits(int many) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < many; n++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
