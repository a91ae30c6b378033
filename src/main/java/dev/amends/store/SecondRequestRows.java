package dev.amends.store;

import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.SecondRequestPolicy;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person's second request changes in the promise that he has, within its transaction. */
final class SecondRequestRows {

    private SecondRequestRows() {}

    /** What came of it, and the lines it wrote into the story. */
    record Done(Promising answer, List<StoryEntry> entries) {}

    /** The promise as he wants it now; nothing when it stays as it is. */
    static Optional<Done> change(
            Handle handle,
            Callback there,
            PromiseRequest request,
            PromiseCounts.Standing standing) {
        Optional<Callback.Promised> to = SecondRequestPolicy.changed(there, request);
        return to.map(changed ->
                refusal(handle, there, request, standing)
                        .orElseGet(() -> change(handle, there, changed, request)));
    }

    private static Optional<Done> refusal(
            Handle handle,
            Callback there,
            PromiseRequest request,
            PromiseCounts.Standing standing) {
        Optional<String> why =
                SecondRequestPolicy.sameNumber(there, request.terms())
                        ? Optional.empty()
                        : PromiseCounts.refusalOfNumber(handle, there, request)
                                .or(standing::beyond);
        return why.<Promising>map(Promising.Refused::new)
                .or(() ->
                        PromiseCounts.full(handle, request)
                                ? Optional.of(new Promising.Taken())
                                : Optional.empty())
                .map(answer -> new Done(answer, List.of()));
    }

    private static Done change(
            Handle handle, Callback there, Callback.Promised to, PromiseRequest request) {
        PromiseRows.change(handle, there, to, request.askedBy());
        return new Done(new Promising.Changed(to), entries(handle, there, to, request));
    }

    private static List<StoryEntry> entries(
            Handle handle, Callback there, Callback.Promised to, PromiseRequest request) {
        CallbackTerms asked = request.terms();
        String why = request.reason() + ", in call " + asked.askedIn().value();
        List<StoryEntry> entries = new ArrayList<>();
        if (!SecondRequestPolicy.sameNumber(there, asked)) {
            String from = why + ", instead of " + there.terms().number();
            entries.add(StoryEntry.of(to.id(), StoryEntry.NUMBER_CHANGED, from, asked.askedAt()));
        }
        if (!there.terms().opening().equals(to.terms().opening())) {
            entries.add(StoryEntry.of(to.id(), StoryEntry.TIME_CHANGED, why, asked.askedAt()));
        }
        entries.forEach(entry -> entry.write(handle));
        return entries;
    }
}
