package dev.amends.care;

import static dev.amends.speech.CataloguePrompt.BRIEF_SAME_MATTER;
import static dev.amends.speech.CataloguePrompt.BRIEF_STORY;
import static dev.amends.speech.CataloguePrompt.BRIEF_WAITED;
import static dev.amends.speech.CataloguePrompt.BRIEF_WANTS;

import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;
import dev.amends.speech.SpokenLength;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rep hears before he has a caller, in a few seconds: who it is, and what it is about.
 * "Repeat caller. Third call. Billing. Waited six minutes. Wants a refund. The story by star seven
 * seven." What is too much is left out, the least important part first. Pure.
 */
public final class BriefPolicy {

    /** Reps hear only who it is, and that there is a story. */
    public static final BriefPolicy OFF = new BriefPolicy(Optional.empty());

    /** It shall not take longer: the caller's music goes on, but he waits. */
    static final Duration LONGEST = Duration.ofSeconds(6);

    /** Lengths are judged by texts, within a tenth: so much is left for that beside a story. */
    private static final Duration SPARE = Duration.ofMillis(400);

    /** More calls than this are as good as this many. */
    private static final int MOST_CALLS = 99;

    private final Optional<Voice> voice;

    private BriefPolicy(Optional<Voice> voice) {
        this.voice = voice;
    }

    /** How it is said: the spelling of numbers, and how long words take. */
    private record Voice(Spelling spelling, SpokenLength length) {}

    /** Reps hear all of it, in the house's first language. */
    public static BriefPolicy spokenBy(Spelling spelling, SpokenLength length) {
        return new BriefPolicy(Optional.of(new Voice(spelling, length)));
    }

    /**
     * What is known of a caller.
     *
     * @param who who he is; always said
     * @param waited how long he has waited since he came
     */
    public record Facts(List<Prompt> who, Concern concern, Duration waited) {
        public Facts {
            who = List.copyOf(who);
        }
    }

    /** The parts, in the order in which they are said. */
    private enum Part {
        WHO,
        CALLS,
        SAME_MATTER,
        REASON,
        WAITED,
        WISH,
        STORY
    }

    private static final List<Part> MOST_IMPORTANT_FIRST =
            List.of(
                    Part.WHO,
                    Part.REASON,
                    Part.STORY,
                    Part.WISH,
                    Part.WAITED,
                    Part.SAME_MATTER,
                    Part.CALLS);

    /** Whether more is said than who it is. */
    public boolean on() {
        return voice.isPresent();
    }

    /** All that the rep hears. */
    public List<Prompt> brief(Facts facts) {
        return voice.map(speaks -> brief(facts, speaks))
                .orElseGet(() ->
                        Stream.concat(facts.who().stream(), story(facts.concern()).stream())
                                .toList());
    }

    /** What it is about, for a rep who knows already who it is. */
    public List<Prompt> matter(Concern concern) {
        List<Prompt> say = new ArrayList<>();
        if (on()) {
            say.addAll(reason(concern));
            say.addAll(wish(concern));
        }
        return say;
    }

    private static List<Prompt> brief(Facts facts, Voice voice) {
        Map<Part, List<Prompt>> say = new EnumMap<>(Part.class);
        Duration left = facts.concern().story() ? LONGEST.minus(SPARE) : LONGEST;
        for (Part part : MOST_IMPORTANT_FIRST) {
            List<Prompt> words = words(part, facts, voice.spelling());
            Duration takes = voice.length().of(words);
            if (part == Part.WHO || takes.compareTo(left) <= 0) {
                say.put(part, words);
                left = left.minus(takes);
            }
        }
        return say.values().stream().flatMap(List::stream).toList();
    }

    private static List<Prompt> words(Part part, Facts facts, Spelling spelling) {
        return switch (part) {
            case WHO -> facts.who();
            case CALLS -> calls(facts.concern().calls(), spelling);
            case SAME_MATTER ->
                    facts.concern().matter() == Concern.Same.THE_SAME
                            ? List.of(BRIEF_SAME_MATTER.prompt())
                            : List.of();
            case REASON -> reason(facts.concern());
            case WAITED -> waited(facts.waited(), spelling);
            case WISH -> wish(facts.concern());
            case STORY -> story(facts.concern());
        };
    }

    private static List<Prompt> calls(int calls, Spelling spelling) {
        return calls > 1 ? spelling.ordinalCall(Math.min(calls, MOST_CALLS)) : List.of();
    }

    private static List<Prompt> reason(Concern concern) {
        return said(concern.reason())
                .map(said -> List.of(CataloguePrompt.reason(said.code())))
                .orElse(List.of());
    }

    private static List<Prompt> wish(Concern concern) {
        return said(concern.wish())
                .map(said -> List.of(BRIEF_WANTS.prompt(), CataloguePrompt.wish(said.code())))
                .orElse(List.of());
    }

    private static List<Prompt> story(Concern concern) {
        return concern.story() ? List.of(BRIEF_STORY.prompt()) : List.of();
    }

    private static Optional<Said> said(Optional<Said> said) {
        return said.filter(word -> !word.nothing());
    }

    private static List<Prompt> waited(Duration waited, Spelling spelling) {
        if (waited.toMinutes() < 1) {
            return List.of();
        }
        List<Prompt> say = new ArrayList<>(List.of(BRIEF_WAITED.prompt()));
        say.addAll(spelling.minutes(Math.toIntExact(waited.toMinutes())));
        return say;
    }
}
