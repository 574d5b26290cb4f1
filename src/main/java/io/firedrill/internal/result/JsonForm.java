package io.firedrill.internal.result;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The format of all JSON for other programs: snake case, indented, in the order of declaration. */
public final class JsonForm {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private JsonForm() {}

  /** A record as a JSON document, which ends with a line feed. */
  public static String write(Record root) {
    return MAPPER.writeValueAsString(root) + "\n";
  }
}
