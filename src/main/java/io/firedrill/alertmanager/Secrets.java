package io.firedrill.alertmanager;

import io.firedrill.source.InputException;
import io.firedrill.source.Problem;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import io.firedrill.source.YamlSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The secrets of a user's configuration, blotted out of what is said about it: messages quote from
 * the file, and show its lines. Addresses are secrets too, as many have a token in them.
 */
class Secrets {

  private static final Pattern KEY =
      Pattern.compile(
          "(.*_)?(token|token_id|password|secret|secrets|key|credentials|url)"
              + "|proxy_connect_header");

  /** In a line whose file is no YAML: up to the end, whatever else is there. */
  private static final Pattern IN_LINE =
      Pattern.compile("(?:^|[\\s{,\"'])(?:" + KEY.pattern() + ")[\"']?\\s*:\\s*(.+)$");

  /** Whose addresses people read, or know. */
  private static final Set<String> NO_SECRETS =
      Set.of("client_url", "icon_url", "image_url", "thumb_url", "avatar_url");

  private final Pattern texts;

  private Secrets(List<String> texts) {
    String all =
        texts.stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(t -> !t.isEmpty())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.texts = Pattern.compile(all.isEmpty() ? "(?!)" : "(?<![\\w-])(" + all + ")(?![\\w-])");
  }

  /** The secrets of a document. */
  static Secrets of(YamlNode root) {
    List<String> texts = new ArrayList<>();
    if (root instanceof YamlMapping mapping) {
      for (String section : List.of("global", "receivers", "tracing")) {
        mapping.get(section).ifPresent(node -> collect(node, texts));
      }
    }
    return new Secrets(texts);
  }

  /** What is known of the secrets of a file that cannot be read: their names. */
  static Secrets ofUnreadable() {
    return new Secrets(List.of()) {
      @Override
      String blotted(String text) {
        Matcher secret = IN_LINE.matcher(text);
        return secret.find() ? text.substring(0, secret.start(3)) + blot(secret.group(3)) : text;
      }
    };
  }

  private static void collect(YamlNode node, List<String> texts) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        String key = entry.key().text();
        if (KEY.matcher(key).matches() && !NO_SECRETS.contains(key)) {
          scalars(entry.value(), texts);
        } else {
          collect(entry.value(), texts);
        }
      }
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(item -> collect(item, texts));
    }
  }

  private static void scalars(YamlNode node, List<String> texts) {
    if (node instanceof YamlScalar scalar && !scalar.isNull()) {
      texts.add(scalar.text());
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(item -> scalars(item, texts));
    } else if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(e -> scalars(e.value(), texts));
    }
  }

  InputException without(InputException exception) {
    return new InputException(exception.problems().stream().map(this::without).toList());
  }

  Problem without(Problem problem) {
    return new Problem(
        problem.severity(),
        problem.position(),
        blotted(problem.message()),
        blotted(problem.sourceLine()),
        problem.length(),
        problem.hint().map(this::blotted));
  }

  String blotted(String text) {
    return texts.matcher(text).replaceAll(secret -> blot(secret.group()));
  }

  /** As long as the text was, so that carets still stand where they should. */
  private static String blot(String text) {
    return "*".repeat(text.codePointCount(0, text.length()));
  }
}
