package dev.amends.dialing;

import dev.amends.caller.CallId;

import java.time.Duration;

/** A call of somebody who rang again, and for how long a rep was there for him. */
public record ServedCall(CallId call, Duration talked) {}
