package io.firedrill.internal.prometheus;

import io.firedrill.internal.manifest.Documents;
import io.firedrill.internal.manifest.Manifest;
import io.firedrill.internal.manifest.ManifestData;
import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.manifest.RuleManifests;
import io.firedrill.internal.source.EmbeddedYaml;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rule files: Prometheus's own, and Kubernetes manifests that contain rules, alone, in lists,
 * or with other kinds, which are skipped.
 */
public final class RuleFile {

  private static final String RULE = "PrometheusRule";
  private static final String VM_RULE = "VMRule";
  private static final List<String> KINDS = List.of(RULE, VM_RULE);

  private final Problems problems;
  private final UnknownFields unknown;
  private final OperatorSettings settings;
  private final List<RuleGroup> groups = new ArrayList<>();
  private boolean rulesFound;

  private RuleFile(Problems problems, UnknownFields unknown, OperatorSettings settings) {
    this.problems = problems;
    this.unknown = unknown;
    this.settings = settings;
  }

  /**
   * Reads the rule groups of a file, in order; none for an empty file, as in Prometheus.
   * Expressions, templates and UTF-8 label names are left to the server.
   *
   * @throws io.firedrill.internal.source.InputException with every problem, if the file cannot be
   *     read or is invalid
   */
  public static List<RuleGroup> read(Path file) {
    return read(file, UnknownFields.REFUSED, OperatorSettings.NONE, FileTexts.AS_THEY_ARE).groups();
  }

  /**
   * The same with warnings, with a choice for keys that Prometheus does not know, with settings for
   * manifests, and with the file's text from elsewhere.
   */
  public static RuleContent read(
      Path file, UnknownFields unknown, OperatorSettings settings, FileTexts texts) {
    YamlSource source = YamlSource.readFrom(texts, file);
    Problems problems = new Problems(source);
    RuleFile ruleFile = new RuleFile(problems, unknown, settings);
    ruleFile.read(Documents.of(source, problems));
    problems.throwIfErrors();
    return new RuleContent(ruleFile.groups, problems.warnings());
  }

  private void read(Documents documents) {
    for (Documents.Plain plain : documents.plain()) {
      if (plain.index() > 0) {
        problems.error(
            plain.node(),
            "Prometheus reads only the first document of a rule file",
            Optional.of("move the groups there, or to a separate file"));
      } else {
        groups(plain.node(), RuleDialect.PROMETHEUS);
      }
    }
    RuleManifests rules = new RuleManifests(documents.manifests(), settings, problems);
    List<Manifest> others = new ArrayList<>();
    for (Manifest manifest : documents.manifests()) {
      if (manifest.kind().equals(RULE)) {
        rulesFound = true;
        rules.spec(manifest).ifPresent(spec -> groups(spec, RuleDialect.OPERATOR));
      } else if (manifest.kind().equals(VM_RULE)) {
        rulesFound = true;
        manifest.node().get("spec").ifPresent(spec -> groups(spec, RuleDialect.VMALERT));
      } else if (!ManifestData.isIn(manifest) || !embedded(manifest)) {
        others.add(manifest);
      }
    }
    refuseOtherKindsAlone(others);
  }

  private void groups(YamlNode node, RuleDialect dialect) {
    rulesFound = true;
    groups.addAll(new RuleGroupReader(problems, unknown, dialect).groups(node));
  }

  /** The rule files in a ConfigMap or a Secret, if there are any. */
  private boolean embedded(Manifest manifest) {
    boolean found = false;
    try {
      for (EmbeddedYaml file : ManifestData.rules(manifest)) {
        found = true;
        file.yaml().documents().stream()
            .limit(1)
            .forEach(root -> groups(root, RuleDialect.PROMETHEUS));
      }
    } catch (InputException e) {
      found = true;
      problems.addAll(e.problems());
    }
    return found;
  }

  /** Reports a file without rules: its kind may be misspelt. */
  private void refuseOtherKindsAlone(List<Manifest> others) {
    for (Manifest other : others) {
      Optional<String> hint = Suggestions.hint(other.kind(), KINDS);
      if (hint.isPresent() || !rulesFound) {
        problems.error(
            other.kindNode(),
            "this is a Kubernetes manifest of kind \""
                + other.kind()
                + "\", which contains no rules",
            hint.or(
                () ->
                    Optional.of(
                        "expected a rule file of Prometheus, a PrometheusRule, a VMRule, or a"
                            + " ConfigMap or Secret that contains rule files")));
      }
    }
  }
}
