package dev.amends.architecture.canary.routing;

import io.netty.channel.Channel;

/** Offends: Netty outside the asterisk room. */
public record TelephonyOutside(Channel channel) {}
