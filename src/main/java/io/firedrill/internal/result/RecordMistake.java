package io.firedrill.internal.result;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Converts Jackson's errors to messages that do not mention Java types. */
final class RecordMistake {

  private RecordMistake() {}

  /** {@code /files/0/tests/2/line: expected a whole number, found "x"}. */
  static String text(JacksonException e) {
    String pointer =
        e.getPath().stream()
            .map(r -> "/" + (r.getPropertyName() == null ? r.getIndex() : r.getPropertyName()))
            .collect(Collectors.joining());
    return (pointer.isEmpty() ? "this is not a record of a run" : pointer) + ": " + what(e);
  }

  private static String what(JacksonException e) {
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return refused.getMessage();
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      String found =
          mismatch instanceof InvalidFormatException format
              ? ", found \"" + format.getValue() + "\""
              : "";
      return "expected " + expected(mismatch.getTargetType()) + found;
    }
    return e instanceof StreamConstraintsException
        ? "a text, a number or a nesting larger than any in a record"
        : e.getOriginalMessage();
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == String.class) {
      return "text";
    }
    if (type == Instant.class) {
      return "a time such as 2026-03-02T08:00:00Z";
    }
    if (List.class.isAssignableFrom(type)) {
      return "a list";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "another value";
  }
}
