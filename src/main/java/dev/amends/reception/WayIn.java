package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CALLER_IS_UPSET;
import static dev.amends.speech.CataloguePrompt.FLAGGED_CALLER;
import static dev.amends.speech.CataloguePrompt.KEEP_WAITING;
import static dev.amends.speech.CataloguePrompt.REDIALLED;
import static dev.amends.speech.CataloguePrompt.REPEAT_CALLER;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;

import dev.amends.care.BriefPolicy;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.PlacePolicy;
import dev.amends.line.ToldWait;
import dev.amends.line.Waiting;
import dev.amends.promise.RepDevice;
import dev.amends.reception.CallerState.At;
import dev.amends.reception.CallerState.Who;
import dev.amends.routing.Route;
import dev.amends.routing.RoutingPolicy;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The way into a queue, at his place in the one order. */
final class WayIn {

    private WayIn() {}

    /** Into the queue that he is routed to. */
    static Turn join(CallerState state, CallerFacts facts) {
        boolean seniorsOnly =
                !state.seniorsTried() && route(state, facts) instanceof Route.SeniorsFirst;
        String queue = seniorsOnly ? facts.line().seniorQueue() : facts.line().queue();
        return new Turn.Join(
                queue,
                PlacePolicy.position(counted(state, facts), besides(state, facts, seniorsOnly)),
                seniorsOnly ? Optional.of(facts.line().seniorsOnly()) : Optional.empty(),
                brief(state, facts),
                facts.brief().matter(state.concern()),
                upset(state),
                counted(state, facts),
                state.placeOf(),
                state.to(At.WAITING).next());
    }

    /** The rep who knows his matter; nothing of his place is lost meanwhile. */
    static Turn reach(CallerState state, Route.RepWhoKnows first, CallerFacts facts) {
        return new Turn.Reach(
                new RepDevice(first.device()),
                first.rings(),
                brief(state, facts),
                facts.brief().matter(state.concern()),
                upset(state),
                state.to(At.REACHING).next());
    }

    /** His place is computed after the prompt: who joins while he listens shall not pass him. */
    static Turn tellAndJoin(CallerState state, CataloguePrompt... prompts) {
        List<Prompt> say = Stream.of(prompts).map(CataloguePrompt::prompt).toList();
        return new Turn.Say(say, state.to(At.JOINING).next());
    }

    /**
     * Nothing came of what he wanted: back in line, told why. Who came while it is closed has no
     * line to go back to.
     */
    static Turn backInLine(CallerState state, CataloguePrompt... why) {
        List<CataloguePrompt> say = new ArrayList<>(List.of(why));
        say.add(state.at().closed() ? THANK_YOU_GOODBYE : KEEP_WAITING);
        return state.at().closed()
                ? new Turn.Goodbye(
                        say.stream().map(CataloguePrompt::prompt).toList(), Optional.empty())
                : tellAndJoin(state, say.toArray(CataloguePrompt[]::new));
    }

    /** He chose to wait: he hears how long only if that is news to him. */
    static Turn keepWaiting(CallerState state, CallerFacts facts) {
        Optional<ToldWait> told = WaitWords.tell(state, facts);
        List<Prompt> say = new ArrayList<>(List.of(KEEP_WAITING.prompt()));
        told.filter(wait -> !wait.sameAs(state.told()))
                .ifPresent(wait -> say.addAll(WaitWords.wait(wait, facts)));
        return new Turn.Say(say, state.to(At.JOINING).told(told).next());
    }

    /**
     * His place in the one order: upset callers count as having come earlier by the line's head
     * start. The place of a promise has it in it.
     */
    static EffectiveArrival counted(CallerState state, CallerFacts facts) {
        return state.placeOf().isEmpty()
                ? countedAt(state.arrival().at(), state, facts)
                : state.arrival();
    }

    /** The place that somebody like him has who comes then. */
    static EffectiveArrival countedAt(Instant comes, CallerState state, CallerFacts facts) {
        EffectiveArrival then = new EffectiveArrival(comes);
        return state.who().first() ? then.earlierBy(facts.line().headStart()) : then;
    }

    /** Everybody in that queue but himself, and but the placeholder that stands there for him. */
    private static List<Waiting> besides(
            CallerState state, CallerFacts facts, boolean seniorsOnly) {
        if (!facts.picture().known()) {
            return List.of();
        }
        Set<String> himself = himself(state, facts);
        List<Waiting> all =
                seniorsOnly ? facts.picture().waitingForSeniors() : facts.picture().waiting();
        return all.stream().filter(w -> !himself.contains(w.id())).toList();
    }

    /** His call, and the placeholder that stands in the queue for him if he waits in its place. */
    static Set<String> himself(CallerState state, CallerFacts facts) {
        String call = facts.call().value();
        return state.placeOf()
                .flatMap(_ -> facts.open())
                .flatMap(OpenPromise::placeholder)
                .map(placeholder -> Set.of(call, placeholder.value()))
                .orElseGet(() -> Set.of(call));
    }

    private static boolean upset(CallerState state) {
        return state.who() != Who.ORDINARY;
    }

    /** Whom he reaches. */
    static Route route(CallerState state, CallerFacts facts) {
        RoutingPolicy.Wish wish = new RoutingPolicy.Wish(state.who().first(), "as on arrival");
        return RoutingPolicy.decide(wish, facts.line(), facts.picture());
    }

    /** Who waits in the place of a promise has not waited on the line since then. */
    private static List<Prompt> brief(CallerState state, CallerFacts facts) {
        Duration waited =
                state.placeOf().isPresent()
                        ? Duration.ZERO
                        : Duration.between(state.arrival().at(), facts.now());
        return facts.brief()
                .brief(new BriefPolicy.Facts(brief(state.who()), state.concern(), waited));
    }

    private static List<Prompt> brief(Who who) {
        return switch (who) {
            case ORDINARY, ABUSIVE -> List.of();
            case REPEAT -> List.of(REPEAT_CALLER.prompt());
            case REDIALLED -> List.of(REDIALLED.prompt());
            case FLAGGED -> List.of(FLAGGED_CALLER.prompt());
            case UPSET, SHARED -> List.of(CALLER_IS_UPSET.prompt());
        };
    }
}
