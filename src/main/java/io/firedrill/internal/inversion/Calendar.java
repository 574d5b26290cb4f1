package io.firedrill.internal.inversion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import java.util.Set;

/** The functions that return a part of a date. */
final class Calendar {

  static final Set<String> FUNCTIONS =
      Set.of(
          "minute",
          "hour",
          "day_of_week",
          "day_of_month",
          "day_of_year",
          "days_in_month",
          "month",
          "year");

  private Calendar() {}

  /** A part of the date at an instant, UTC. */
  static OptionalDouble value(String function, double unixSeconds) {
    if (!FUNCTIONS.contains(function) || Math.abs(unixSeconds) > 1e11) {
      return OptionalDouble.empty();
    }
    ZonedDateTime time =
        Instant.ofEpochSecond((long) Math.floor(unixSeconds)).atZone(ZoneOffset.UTC);
    return OptionalDouble.of(
        switch (function) {
          case "minute" -> time.getMinute();
          case "hour" -> time.getHour();
          case "day_of_week" -> time.getDayOfWeek().getValue() % 7;
          case "day_of_month" -> time.getDayOfMonth();
          case "day_of_year" -> time.getDayOfYear();
          case "days_in_month" -> time.toLocalDate().lengthOfMonth();
          case "month" -> time.getMonthValue();
          default -> time.getYear();
        });
  }
}
