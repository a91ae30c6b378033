package dev.amends.dialing;

import dev.amends.caller.NumberJudge;
import dev.amends.dialing.SurveyPolicy.Survey;
import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.Budgeting;
import dev.amends.promise.Purpose;
import dev.amends.promise.Surveys;
import dev.amends.promise.Surveys.Kept;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Has those called who were called back, to ask how it was: looks every few seconds, on a thread of
 * its own, so that nothing here holds up a promised call. What comes of the calls is seen to as of
 * all others.
 */
public final class SurveyCalls {

    private static final Logger log = LoggerFactory.getLogger(SurveyCalls.class);

    /** So many of a line are looked at in one look. */
    private static final int MOST = 100;

    private final Surveys surveys;
    private final ClaimDesk.Book book;
    private final NumberJudge judge;
    private final OutboundLine telephone;
    private final SurveySettings settings;
    private final InstantSource clock;
    private final Supplier<AttemptId> ids;
    private final Beat beat = new Beat("surveys", Duration.ofSeconds(5), this::tick);

    public SurveyCalls(
            Surveys surveys,
            ClaimDesk.Book book,
            NumberJudge judge,
            OutboundLine telephone,
            SurveySettings settings,
            InstantSource clock,
            Supplier<AttemptId> ids) {
        this.surveys = surveys;
        this.book = book;
        this.judge = judge;
        this.telephone = telephone;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Starts looking, where any line places such calls. */
    public void start() {
        if (!settings.lines().isEmpty()) {
            beat.start();
        }
    }

    /** Stops looking; whoever is being asked can still answer. */
    public void stop() {
        beat.stop();
    }

    /** One look at all whose time has come. */
    void tick() {
        try {
            if (telephone.connected()) {
                int room = settings.atMost() - asking();
                for (Map.Entry<LineName, SurveySettings.OfLine> line :
                        settings.lines().entrySet()) {
                    room -= look(line.getKey(), line.getValue(), room);
                }
            }
        } catch (TelephoneDown e) {
            log.warn("the telephone system did not answer: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("it could not be seen who is to be asked; in a moment again", e);
        }
    }

    private int asking() {
        return (int)
                book.ledger().liveAttempts().stream()
                        .filter(found -> found.attempt().purpose() == Purpose.SURVEY)
                        .count();
    }

    /** How many are called. */
    private int look(LineName name, SurveySettings.OfLine line, int room) {
        Instant now = clock.instant();
        Instant due = now.minus(line.after());
        // A little longer than he may still be asked: so that it is decided of everybody.
        Instant from = due.minus(SurveyPolicy.LATEST.multipliedBy(2));
        int called = 0;
        for (Kept kept : surveys.kept(name, from, due, MOST)) {
            Survey survey = SurveyPolicy.decide(facts(kept, now), line);
            if (survey instanceof Survey.LeaveOut) {
                surveys.leaveOut(kept.promise(), survey.reason(), now);
            } else if (survey instanceof Survey.Ask && called < room && affordable(now)) {
                called += ask(kept, survey.reason(), now) ? 1 : 0;
            }
        }
        return called;
    }

    private SurveyPolicy.Facts facts(Kept kept, Instant now) {
        return new SurveyPolicy.Facts(
                kept,
                judge.judge(kept.promise().terms().number()),
                book.times().at(kept.promise().terms(), now),
                now);
    }

    /** The claim asks it again; this is so that no call is placed for nothing. */
    private boolean affordable(Instant now) {
        return BudgetPolicy.decide(book.budget(), book.ledger().spent(book.budget(), now), now)
                instanceof Budgeting.Allowed;
    }

    /** The attempt is committed before anything rings. */
    private boolean ask(Kept kept, String reason, Instant now) {
        Attempt attempt = Attempt.intent(ids.get(), kept.promise().id(), Purpose.SURVEY, now);
        boolean intended = surveys.intend(kept.promise(), attempt, reason);
        if (intended) {
            telephone.survey(attempt.id());
        }
        return intended;
    }
}
