package dev.amends.architecture.canary.routing;

import tools.jackson.databind.JsonNode;

/** Offends: JSON outside the web room. */
public record JsonOutside(JsonNode node) {}
