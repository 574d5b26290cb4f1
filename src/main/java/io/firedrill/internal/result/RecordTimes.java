package io.firedrill.internal.result;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads the times of records: RFC 3339, with four-digit years. */
final class RecordTimes extends StdDeserializer<Instant> {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private RecordTimes() {
    super(Instant.class);
  }

  static SimpleModule module() {
    return new SimpleModule().addDeserializer(Instant.class, new RecordTimes());
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.getValueAsString("");
    try {
      Instant time = Instant.parse(text);
      if (!time.isBefore(FIRST) && time.isBefore(END)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Refused below, like times out of range.
    }
    return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
  }
}
