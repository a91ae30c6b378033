package dev.amends.cli;

/** This release, as in pom.xml; a test compares the two. */
final class Version {

    static final String NUMBER = "0.1.0";

    private Version() {}
}
