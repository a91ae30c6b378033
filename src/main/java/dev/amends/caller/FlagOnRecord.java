package dev.amends.caller;

/** A flag and whose it is; the number is one of his, where he has several. */
public record FlagOnRecord(PhoneNumber number, Flag flag) {}
