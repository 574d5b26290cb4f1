package io.firedrill.internal.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes templates of Helm charts, which are no manifests before they are rendered. Templates
 * of alerts and notifications, which manifests contain as text, do not use these words.
 */
final class ChartTemplate {

  private static final Pattern ACTION =
      Pattern.compile(
          "\\{\\{-?\\s*(?:include|tpl|required|toYaml|fromYaml|lookup)\\b"
              + "|\\{\\{-?[^}\\n]{0,500}?(?<![A-Za-z0-9_)\\]])\\$?\\.(?:Values|Release|Chart|Capabilities)\\.");

  private ChartTemplate() {}

  /**
   * Refuses a text that is a template of a chart.
   *
   * @throws InputException at the first action of the template
   */
  static void refuse(SourceText source, String text) {
    Matcher action = ACTION.matcher(text);
    if (!action.find()) {
      return;
    }
    int start = text.codePointCount(0, action.start());
    throw new InputException(
        List.of(
            source.problem(
                Severity.ERROR,
                source.position(start),
                action.end() - action.start(),
                "this is a template of a Helm chart; a rendered manifest is needed",
                "helm template CHART > rendered.yml")));
  }
}
