package io.firedrill.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects whose keys keep their order. */
final class JsonObjects {

  private JsonObjects() {}

  /** An object from key, value, key, value and so on. */
  static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
