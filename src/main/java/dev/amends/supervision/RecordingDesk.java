package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.Consents.OnRecord;
import dev.amends.care.RecordingId;
import dev.amends.care.RecordingKeeper;
import dev.amends.care.RecordingKeeper.Kept;
import dev.amends.care.Recordings.Part;
import dev.amends.care.Stories;
import dev.amends.care.Story;
import dev.amends.line.LineName;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who agreed to be recorded and what was recorded, from any process on the same store. */
public final class RecordingDesk {

    private static final String SEE = "; see: amends recordings list";

    private final RecordingKeeper keeper;
    private final Stories stories;
    private final SupervisionTerms terms;

    public RecordingDesk(RecordingKeeper keeper, Stories stories, SupervisionTerms terms) {
        this.keeper = keeper;
        this.stories = stories;
        this.terms = terms;
    }

    /**
     * The newest first; at most {@link Supervision#LONGEST_LIST}.
     *
     * @param withAll those of whom nothing is kept, too
     */
    public List<RecordingRow> list(boolean withAll) {
        WallClock clock = terms.wallClock();
        return keeper.list(withAll, Supervision.LONGEST_LIST).stream()
                .map(kept -> row(kept, clock.in(terms.zones().of(line(kept)))))
                .toList();
    }

    /** Erases what was recorded with the answer whose id begins so. */
    public RecordingOrder erase(String idPrefix) {
        return switch (IdPrefix.read(idPrefix)) {
            case IdPrefix.Wrong _ ->
                    new RecordingOrder.Refused(
                            "a recording's id is made of the digits 0-9 and a-f" + SEE);
            case IdPrefix.Read(String digits) -> eraseThe(digits);
        };
    }

    private RecordingOrder eraseThe(String digits) {
        List<OnRecord> found = keeper.findByPrefix(digits);
        return switch (found.size()) {
            case 0 -> new RecordingOrder.Refused("there is no recording whose id begins so" + SEE);
            case 1 -> erase(found.getFirst());
            default ->
                    new RecordingOrder.Refused(
                            found.stream()
                                    .map(one -> "  " + one.consent().id().value())
                                    .collect(
                                            Collectors.joining(
                                                    "\n",
                                                    "several recordings begin with %s; give more digits:\n"
                                                            .formatted(digits),
                                                    "")));
        };
    }

    private RecordingOrder erase(OnRecord one) {
        Optional<String> why =
                one.erased()
                        .map(_ -> "it is erased already")
                        .or(() ->
                                one.consent().given()
                                        ? Optional.empty()
                                        : Optional.of("he did not agree, so nothing was recorded"))
                        .or(() ->
                                isKept(one.consent().id())
                                        ? Optional.empty()
                                        : Optional.of("he agreed, but nothing was recorded"));
        return why.<RecordingOrder>map(RecordingOrder.Refused::new)
                .orElseGet(() ->
                        new RecordingOrder.Erased(
                                keeper.erase(List.of(one.consent()), "by order")));
    }

    /** A story's text is kept although its file may be lost. */
    private boolean isKept(RecordingId id) {
        return keeper.keeps(id) || stories.find(id).flatMap(Story::text).isPresent();
    }

    /**
     * Erases whatever was agreed to before a day, written {@code 2026-11-01}, begins.
     *
     * @param sure if not, what would go is told
     */
    public RecordingOrder eraseBefore(String day, boolean sure) {
        return Day.read(day)
                .map(first -> first.atStartOfDay(terms.zones().own()).toInstant())
                .<RecordingOrder>map(then ->
                        sure
                                ? new RecordingOrder.Erased(
                                        keeper.eraseFromBefore(then, "by order"))
                                : new RecordingOrder.WouldGo(keeper.howManyFromBefore(then)))
                .orElseGet(() -> new RecordingOrder.Refused(Day.WRONG));
    }

    private RecordingRow row(Kept kept, WallClock clock) {
        Consent consent = kept.answer().consent();
        return new RecordingRow(
                consent.id().shortForm(),
                clock.local(consent.at()),
                terms.zones().named(consent.line()),
                consent.number().map(PhoneNumber::toString).orElse(""),
                answer(consent),
                consent.asked().prompt() + " " + consent.asked().version(),
                kept.parts().stream().map(Part::length).reduce(Duration.ZERO, Duration::plus),
                kept.parts().stream().map(Part::file).toList(),
                kept.answer()
                        .erased()
                        .map(erased -> clock.minute(erased.at()) + " " + erased.why())
                        .orElse(""),
                stories.find(consent.id()).flatMap(Story::text).orElse(""));
    }

    private static LineName line(Kept kept) {
        return kept.answer().consent().line();
    }

    private static String answer(Consent consent) {
        return consent.key().isEmpty()
                ? consent.answer().word()
                : "%s (%s)".formatted(consent.answer().word(), consent.key());
    }
}
