package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.Position;

/**
 * A possible mistake in a file.
 *
 * @param operator the name of the operator, such as {@code expr/comparison}
 * @param subject what is changed, for messages: {@code alert DiskFull}
 * @param position where the change is
 * @param change the change, for messages: {@code > becomes >=}
 * @param edit the change itself
 */
public record Mutation(
    String operator, String subject, Position position, String change, Edit edit) {}
