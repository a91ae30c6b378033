package dev.amends.asterisk;

/** Everything that the administrator says about his PBX. */
public record PbxSettings(AmiSettings ami, TurnServerSettings turns, Trunk trunk) {}
