package io.firedrill.internal.receiver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads forms, as in queries and bodies of the type {@code application/x-www-form-urlencoded}. */
final class Form {

  private Form() {}

  /** The names and values; empty values are ignored. */
  static SortedMap<String, String> fields(String form) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals < pair.length() - 1) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** A path without percent-escapes; a plus sign in it is one. */
  static String unescaped(String path) {
    return decoded(path.replace("+", "%2B"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
