package dev.amends.architecture.canary;

import java.net.http.HttpClient;

/** Offends: HTTP outside the web room. */
public record RootWithHttp(HttpClient client) {}
