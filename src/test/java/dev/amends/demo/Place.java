package dev.amends.demo;

import dev.amends.callcentre.Ports;

import java.nio.file.Path;

/**
 * Where a demo runs.
 *
 * @param run the folder of the private Asterisk; what the demo adds is in {@code demo} below it
 */
record Place(Ports ports, Path run) {

    /** The settings with which {@code scripts/amends} sees the demo's Amends. */
    Path settings() {
        return run.resolve("demo/amends.toml");
    }

    Path database() {
        return run.resolve("demo/amends.db");
    }

    /** The process id of the demo's Amends, for a later run to take over from a killed one. */
    Path pidFile() {
        return run.resolve("demo/amends.pid");
    }

    /** What Amends prints. */
    Path log() {
        return run.resolve("demo/amends.log");
    }

    /** What the second part records. */
    Path recordings() {
        return run.resolve("demo/recorded");
    }

    /** Sounds by which the second part's people know what they hear. */
    Path tones() {
        return run.resolve("demo/tones");
    }

    /** The prompts as they are shipped. */
    Path prompts() {
        return Path.of("asterisk-conf/sounds/en/amends").toAbsolutePath();
    }

    /** How to give Amends a command about this place. */
    String cli(String words) {
        return "scripts/amends --config " + settings() + " " + words;
    }

    /** How to call a script so that it means this place. */
    String script(String command) {
        return (ports.shift() == 0 ? "" : "AMENDS_PORT_SHIFT=" + ports.shift() + " ")
                + "scripts/"
                + command;
    }
}
