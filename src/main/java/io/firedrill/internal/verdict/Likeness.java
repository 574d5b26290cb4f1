package io.firedrill.internal.verdict;

/**
 * What two failures of a test have in common that differ in their time, and perhaps in values.
 *
 * @param key the subject, and which fields differ; equal for failures that are told together
 * @param body how they differ
 * @param when the virtual time of this one, as text
 */
record Likeness(String key, String body, String when) {}
