package io.firedrill.internal.lint;

import io.firedrill.internal.source.Problem;

/**
 * Something that a check reports.
 *
 * @param check the check's name, which users ignore it by: {@code alert/for}
 * @param problem the message and its place
 */
public record Finding(String check, Problem problem) {}
