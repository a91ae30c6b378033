package dev.amends.reception;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Takes what the dialplan posts of calls in which a rep set a limit or a supervisor helped: all of
 * it has happened already, with or without Amends.
 */
public final class FloorDesk {

    private static final Logger log = LoggerFactory.getLogger(FloorDesk.class);

    /** This desk for its own posts, those for all other dialogues. */
    public Dialogues besides(Dialogues others) {
        return others.but(FloorNews.NAME, this::answer);
    }

    /** Nothing when it makes no sense; then it is not posted again either. */
    Optional<Turn> answer(Question question) {
        return FloorNews.read(question.state(), question.heard()).map(this::take);
    }

    private Turn take(FloorNews news) {
        log.info(
                "call {}: {} {} ({}{})",
                news.call().value(),
                news.rep(),
                words(news),
                news.at(),
                news.why().isEmpty() ? "" : ", " + news.why());
        return new Turn.Nothing();
    }

    private static String words(FloorNews news) {
        return switch (news.what()) {
            case LIMIT -> "set limit " + news.number();
            case HELP -> "asked for help";
            case JOINED -> "joined as supervisor";
            case HANDED -> "accepted the call that was handed over";
            case TAKEN -> "took the call over";
            case ENDED -> "ended the call after three limits";
            case HARD -> "has had a hard call";
        };
    }
}
