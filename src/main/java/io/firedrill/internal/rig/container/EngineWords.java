package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.exception.DockerException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts an engine's error message from its response. */
final class EngineWords {

  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private EngineWords() {}

  static String of(DockerException e) {
    String text = String.valueOf(e.getMessage()).strip();
    Matcher message = MESSAGE.matcher(text);
    return message.find() ? message.group(1).replaceAll("\\\\(.)", "$1").strip() : text;
  }
}
