package dev.amends.care;

import dev.amends.caller.CallId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a caller told of what happened: one recorded file. It goes with his matter, if his number is
 * known, else with this call alone.
 *
 * @param id also the id of the answer by which he agreed to be recorded
 * @param told how long he spoke; nothing while he speaks, or if he hung up before anybody saw
 * @param text what it says, once a command has turned it into text
 */
public record Story(
        RecordingId id,
        CallId call,
        Optional<MatterId> matter,
        Instant begun,
        Optional<Duration> told,
        Optional<String> text) {}
