package dev.amends.architecture.canary;

import tools.jackson.databind.JsonNode;

/** Offends nobody: the root may read its settings with Jackson. */
public record SettingsTree(JsonNode node) {}
