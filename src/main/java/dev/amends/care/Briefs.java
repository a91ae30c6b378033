package dev.amends.care;

import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Prompt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What reps of each line hear of those whom we call: what the call was promised for. */
public final class Briefs {

    private static final Logger log = LoggerFactory.getLogger(Briefs.class);

    /** Reps hear only who it is. */
    public static final Briefs NONE = new Briefs(_ -> Optional.empty(), Map.of());

    private final Function<PromiseId, Optional<Matter>> matters;
    private final Map<LineName, BriefPolicy> policies;

    /**
     * @param matters what a call was promised for, as {@link Matters#of} tells
     */
    public Briefs(
            Function<PromiseId, Optional<Matter>> matters, Map<LineName, BriefPolicy> policies) {
        this.matters = matters;
        this.policies = Map.copyOf(policies);
    }

    /** How reps of this line are told. */
    public BriefPolicy policy(LineName line) {
        return policies.getOrDefault(line, BriefPolicy.OFF);
    }

    /** What this call was promised for. Nobody is called later because that can't be read. */
    public List<Prompt> of(Callback promise) {
        BriefPolicy policy = policy(promise.terms().line());
        try {
            return policy.on()
                    ? matters.apply(promise.id())
                            .map(matter -> policy.matter(Concern.of(matter)))
                            .orElse(List.of())
                    : List.of();
        } catch (RuntimeException e) {
            log.error("promise {}: what it is about could not be read", promise.id(), e);
            return List.of();
        }
    }
}
