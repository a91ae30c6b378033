package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;

import org.asteriskjava.manager.response.ManagerResponse;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * When the PBX was started. {@code FullyBooted} would say it, but only to accounts with the class
 * {@code system}; CoreStatus says it in the PBX's local time without a zone, which the PBX itself
 * then turns into an instant.
 */
final class BootTime {

    private BootTime() {}

    static Instant of(AmiSession session) {
        ManagerResponse status = session.send(AmiActions.coreStatus());
        String date = status.getAttribute("corestartupdate");
        String time = status.getAttribute("corestartuptime");
        if (date == null || time == null) {
            throw new TelephoneDown("CoreStatus does not say when the PBX was started");
        }
        OptionalLong seconds = Marks.number(session.value(AmiActions.epochOf(date, time)));
        return Instant.ofEpochSecond(
                seconds.orElseThrow(
                        () -> new TelephoneDown("the PBX's function STRPTIME does not answer")));
    }
}
