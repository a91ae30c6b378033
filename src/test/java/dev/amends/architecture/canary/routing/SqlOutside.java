package dev.amends.architecture.canary.routing;

import java.sql.Connection;

/** Offends: SQL outside the store. */
public record SqlOutside(Connection connection) {}
