package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rule files: Prometheus's own, and Kubernetes manifests of kind {@code PrometheusRule},
 * alone, in lists, or with other kinds, which are skipped.
 */
public final class RuleFile {

  private static final String RULE = "PrometheusRule";
  private static final List<String> LISTS = List.of("List", "PrometheusRuleList");

  private final Problems problems;
  private final RuleGroupReader reader;
  private final List<RuleGroup> groups = new ArrayList<>();
  private final List<YamlScalar> otherKinds = new ArrayList<>();
  private boolean rulesFound;

  private RuleFile(Problems problems, UnknownFields unknown) {
    this.problems = problems;
    this.reader = new RuleGroupReader(problems, unknown);
  }

  /**
   * Reads the rule groups of a file, in order; none for an empty file, as in Prometheus.
   * Expressions, templates and UTF-8 label names are left to the server.
   *
   * @throws io.firedrill.internal.source.InputException with every problem, if the file cannot be
   *     read or is invalid
   */
  public static List<RuleGroup> read(Path file) {
    return read(file, UnknownFields.REFUSED);
  }

  /** The same, with a choice for keys that Prometheus does not know. */
  public static List<RuleGroup> read(Path file, UnknownFields unknown) {
    return read(file, unknown, FileTexts.AS_THEY_ARE);
  }

  /** The same, with the file's text from elsewhere. */
  public static List<RuleGroup> read(Path file, UnknownFields unknown, FileTexts texts) {
    YamlSource source = YamlSource.readFrom(texts, file);
    Problems problems = new Problems(source);
    RuleFile ruleFile = new RuleFile(problems, unknown);
    for (int i = 0; i < source.documents().size(); i++) {
      ruleFile.document(source.documents().get(i), i);
    }
    ruleFile.refuseOtherKindsAlone();
    problems.throwIfErrors();
    return List.copyOf(ruleFile.groups);
  }

  private void document(YamlNode document, int index) {
    if (document.isNull()) {
      return;
    }
    Optional<YamlScalar> kind = kind(document);
    if (kind.isPresent()) {
      manifest((YamlMapping) document, kind.get());
    } else if (index > 0) {
      problems.error(
          document,
          "Prometheus reads only the first document of a rule file",
          Optional.of("move the groups there, or to a separate file"));
    } else {
      rulesFound = true;
      groups.addAll(reader.plain(document));
    }
  }

  private void manifest(YamlMapping manifest, YamlScalar kind) {
    if (kind.text().equals(RULE)) {
      rulesFound = true;
      manifest.get("spec").ifPresent(spec -> groups.addAll(reader.spec(spec)));
    } else if (LISTS.contains(kind.text())) {
      rulesFound = true;
      manifest.get("items").ifPresent(this::items);
    } else {
      otherKinds.add(kind);
    }
  }

  private void items(YamlNode items) {
    if (!(items instanceof YamlSequence list)) {
      problems.error(items, "expected a list for \"items\", found " + items.kind());
      return;
    }
    for (YamlNode item : list.items()) {
      Optional<YamlScalar> kind = kind(item);
      if (kind.isPresent()) {
        manifest((YamlMapping) item, kind.get());
      } else {
        problems.error(item, "\"kind\" is missing in an item");
      }
    }
  }

  /** Reports a file without rules: its kind may be misspelt. */
  private void refuseOtherKindsAlone() {
    for (YamlScalar kind : otherKinds) {
      Optional<String> hint = Suggestions.hint(kind.text(), List.of(RULE));
      if (hint.isPresent() || !rulesFound) {
        problems.error(kind, "kind \"" + kind.text() + "\" contains no rules", hint);
      }
    }
  }

  private static Optional<YamlScalar> kind(YamlNode document) {
    return document instanceof YamlMapping mapping
        ? mapping
            .get("kind")
            .filter(k -> !k.isNull() && k instanceof YamlScalar)
            .map(YamlScalar.class::cast)
        : Optional.empty();
  }
}
