/**
 * The only room with Asterisk's words. It answers turns (FastAGI, on Netty), watches the queues and
 * gives orders (AMI, on asterisk-java), and translates both into the rooms' own values. It decides
 * nothing.
 */
@NullMarked
package dev.amends.asterisk;

import org.jspecify.annotations.NullMarked;
