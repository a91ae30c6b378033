package dev.amends.demo;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.promise.Ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads along in Amends' log and tells its decisions, with the reasons that it gave. */
final class AmendsLog {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final int STAMP_LENGTH = 23;
    private static final Pattern ARRIVAL =
            Pattern.compile("Reception: call \\S+ from …(\\d+) to \\S+: (\\S+) \\((.*)\\)$");
    private static final Pattern PROMISE =
            Pattern.compile("promise ([0-9a-f]{8}): (.*?) \\((.*)\\)$");

    private static final Pattern CALL = Pattern.compile(", in call [0-9.]+$");

    private final AmendsProcess amends;
    private final Ledger ledger;
    private final Narrator narrator;
    private final Map<String, Person> promises = new HashMap<>();
    private int told;

    AmendsLog(AmendsProcess amends, Ledger ledger, Narrator narrator) {
        this.amends = amends;
        this.ledger = ledger;
        this.narrator = narrator;
    }

    /** Reads along on a thread of its own, until this process ends. */
    void follow() {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            tellNews();
                            Thread.sleep(LOOK_EVERY);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private synchronized void tellNews() {
        String all = amends.said();
        int end = all.lastIndexOf('\n') + 1;
        List<String> news = all.substring(Math.min(told, end), end).lines().toList();
        told = end;
        news.forEach(this::tell);
    }

    private void tell(String line) {
        if (line.length() < STAMP_LENGTH || !Character.isDigit(line.charAt(0))) {
            return;
        }
        Instant at =
                LocalDateTime.parse(line.substring(0, STAMP_LENGTH), STAMP)
                        .atZone(ZoneId.systemDefault())
                        .toInstant();
        Matcher arrival = ARRIVAL.matcher(line);
        if (arrival.find()) {
            Cast.byLastDigits(arrival.group(1))
                    .ifPresent(who ->
                            narrator.amends(at, who, route(arrival.group(2)) + arrival.group(3)));
        }
        Matcher promise = PROMISE.matcher(line);
        if (promise.find()) {
            who(promise.group(1))
                    .ifPresent(who ->
                            move(promise.group(2))
                                    .ifPresent(words ->
                                            narrator.amends(
                                                    at, who, words + reason(promise.group(3)))));
        }
    }

    private Optional<Person> who(String promise) {
        if (!promises.containsKey(promise)) {
            ledger.findByPrefix(promise).stream()
                    .findFirst()
                    .flatMap(callback -> Cast.byNumber(callback.terms().number().e164()))
                    .ifPresent(person -> promises.put(promise, person));
        }
        return Optional.ofNullable(promises.get(promise));
    }

    /** Without the call's id, which says nothing to those who watch. */
    private static String reason(String reason) {
        return CALL.matcher(reason).replaceFirst("");
    }

    private static String route(String word) {
        return switch (word) {
            case "senior" -> "to a senior first, because: ";
            case "head-start" -> "to the ordinary queue, further in front, because: ";
            default -> "to the " + word + " queue, because: ";
        };
    }

    /** What a move of the ledger means; what the phones tell themselves is left out. */
    private static Optional<String> move(String what) {
        if (what.equals("unspoken")
                || what.endsWith(" void")
                || what.endsWith(" answered")
                || what.endsWith(" intent")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (what.substring(what.lastIndexOf(' ') + 1)) {
                    case "promised" ->
                            what.contains("unspoken")
                                    ? "promise in the ledger: "
                                    : "to be called again: ";
                    case "himself" -> "his promise waits with him: ";
                    case "dialing" -> "a rep is on the line: ";
                    case "kept" -> "PROMISE KEPT: ";
                    case "withdrawn" -> "promise withdrawn: ";
                    case "broken" -> "PROMISE BROKEN, now a task for a person: ";
                    default -> what + ": ";
                });
    }
}
