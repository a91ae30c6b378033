package dev.amends.measure;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Another program that answers turns: a process of its own, which says its port in its first line.
 *
 * @param name what it is called in the table
 * @param process the running program
 * @param address where it listens
 */
record Rival(String name, Process process, InetSocketAddress address) implements AutoCloseable {

    /** How a rival says its port. */
    static final String PORT = "port ";

    /** asterisk-java's own server, with its own settings. */
    static Rival stock() {
        return start("asterisk-java's DefaultAgiServer", java(StockServer.class));
    }

    /** One thread on epoll that decides nothing. */
    static Rival bare() {
        return start("bare epoll responder", java(BareServer.class));
    }

    /** A Perl script for each call, with the module Asterisk::AGI. */
    static Rival perl() {
        return start("Perl process per call", List.of("perl", "src/test/perl/per-call.pl"));
    }

    private static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    private static Rival start(String name, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(new File("/dev/null"))
                            .redirectInput(new File("/dev/null"))
                            .start();
            BufferedReader output =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.US_ASCII));
            String said = output.readLine();
            if (said == null || !said.startsWith(PORT)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not start: " + said);
            }
            int port = Integer.parseInt(said.substring(PORT.length()));
            return new Rival(
                    name, process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be started", e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
