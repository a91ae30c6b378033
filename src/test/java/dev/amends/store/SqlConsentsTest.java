package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.Consent.Answer;
import dev.amends.care.Consents;
import dev.amends.care.RecordingId;
import dev.amends.care.Wording;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may be recorded: the proof stays, whatever becomes of the recordings. */
class SqlConsentsTest extends OnSqlite {

    private static final CallId CALL = new CallId("1732219200.17");

    @Test
    void an_answer_is_found_by_its_call_and_its_id_as_it_was_given() {
        Consent yes = consent(1, Answer.YES, Optional.of(number(1)), NOON);
        Consent no = consent(2, Answer.NO, Optional.empty(), noonPlus(1));

        consents().note(yes);
        assertThat(consents().last(CALL)).contains(yes);
        consents().note(no);

        assertThat(consents().last(CALL)).contains(no);
        assertThat(consents().last(new CallId("1.1"))).isEmpty();
        assertThat(consents().find(yes.id()).map(Consents.OnRecord::consent)).contains(yes);
        assertThat(consents().findByPrefix("1").getFirst().consent()).isEqualTo(yes);
        assertThat(consents().findByPrefix("3")).isEmpty();
        assertThat(consents().list(9))
                .extracting(Consents.OnRecord::consent)
                .containsExactly(no, yes);
    }

    @Test
    void the_same_id_is_never_taken_twice() {
        consents().note(consent(1, Answer.NO, Optional.empty(), NOON));

        assertThatThrownBy(() -> consents().note(consent(1, Answer.YES, Optional.empty(), NOON)))
                .isInstanceOf(StoreFailure.class);
    }

    @Test
    void what_is_erased_is_kept_no_more_but_on_record() {
        Consent old = consent(1, Answer.YES, Optional.of(number(1)), NOON);
        Consent later = consent(2, Answer.YES, Optional.of(number(1)), noonPlus(10));
        consents().note(old);
        consents().note(later);
        consents().note(consent(3, Answer.SILENT, Optional.empty(), NOON));
        assertThat(consents().keptFromBefore(noonPlus(10), 9)).containsExactly(old);

        consents().erased(old.id(), "by order", noonPlus(20));
        consents().erased(old.id(), "once more", noonPlus(30));

        assertThat(consents().find(old.id()).orElseThrow().erased())
                .contains(new Consents.Erased(noonPlus(20), "by order"));
        assertThat(consents().keptFromBefore(noonPlus(99), 9)).containsExactly(later);
        assertThat(consents().kept(9))
                .extracting(Consents.OnRecord::consent)
                .containsExactly(later);
    }

    @Test
    void with_a_caller_who_is_erased_all_that_was_recorded_of_him_is_to_be_erased() {
        consents().note(consent(1, Answer.YES, Optional.of(number(1)), NOON));
        consents().note(consent(2, Answer.YES, Optional.of(number(2)), noonPlus(1)));
        consents().note(consent(3, Answer.SILENT, Optional.of(number(2)), NOON));
        consents().note(consent(4, Answer.YES, Optional.of(number(4)), NOON));
        store.callerBook().link(number(1), number(2), NOON);
        assertThat(consents().toErase(9)).isEmpty();

        store.personalRecords().erase(number(1), noonPlus(60));

        assertThat(consents().toErase(9)).extracting(Consent::id).containsExactly(id(1), id(2));
        consents().erased(id(1), "its caller's data was erased", noonPlus(61));
        assertThat(consents().toErase(9)).extracting(Consent::id).containsExactly(id(2));
    }

    private static RecordingId id(int digit) {
        return new RecordingId(Integer.toString(digit).repeat(32));
    }

    private Consents consents() {
        return store.consents();
    }

    private static Consent consent(
            int digit, Answer answer, Optional<PhoneNumber> number, Instant at) {
        String key = List.of("1", "2", "").get(answer.ordinal());
        return new Consent(
                id(digit),
                CALL,
                SUPPORT,
                number,
                answer,
                key,
                new Wording("may-we-record", "en 0123456789abcdef"),
                at);
    }
}
