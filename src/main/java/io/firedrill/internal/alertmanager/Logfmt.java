package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.GoString;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of a log in logfmt: {@code level=WARN msg="a \"b\""}. */
final class Logfmt {

  private Logfmt() {}

  /** The fields in their order, up to the first thing that is none; the last of a name counts. */
  static Map<String, String> fields(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = 0;
    while (at < line.length()) {
      int equals = line.indexOf('=', at);
      if (equals < 0) {
        return fields;
      }
      String name = line.substring(at, equals);
      if (GoString.startsAt(line, equals + 1)) {
        GoString.Quoted quoted = GoString.read(line, equals + 1);
        fields.put(name, quoted.value());
        at = quoted.end() + 1;
      } else {
        int end = line.indexOf(' ', equals);
        int last = end < 0 ? line.length() : end;
        fields.put(name, line.substring(equals + 1, last));
        at = last + 1;
      }
    }
    return fields;
  }
}
