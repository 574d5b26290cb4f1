package io.firedrill.prometheus;

import io.firedrill.source.InputException;
import io.firedrill.source.Problem;
import io.firedrill.source.Suggestions;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import io.firedrill.source.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps what Prometheus says about a scrape job to the user's line. It names a line of the
 * configuration that it got, where each job has one, or the job.
 */
final class ScrapeErrors {

  private static final Pattern LINE = Pattern.compile("line (\\d+): (.*)");
  private static final Pattern FIELD = Pattern.compile("field (\\S+) not found");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /** For suggestions; Prometheus itself knows which there are. */
  private static final List<String> KEYS =
      List.of(
          "job_name",
          "scrape_interval",
          "scrape_timeout",
          "scrape_protocols",
          "metrics_path",
          "scheme",
          "params",
          "honor_labels",
          "honor_timestamps",
          "static_configs",
          "targets",
          "labels",
          "relabel_configs",
          "metric_relabel_configs",
          "source_labels",
          "target_label",
          "separator",
          "regex",
          "modulus",
          "replacement",
          "action",
          "sample_limit",
          "target_limit",
          "label_limit",
          "label_name_length_limit",
          "label_value_length_limit",
          "body_size_limit",
          "follow_redirects",
          "enable_http2",
          "enable_compression",
          "fallback_scrape_protocol");

  private ScrapeErrors() {}

  static Optional<InputException> explain(List<ScrapeJob> jobs, String message) {
    List<Problem> problems = new ArrayList<>();
    Matcher line = LINE.matcher(message);
    while (line.find()) {
      int index = Integer.parseInt(line.group(1)) - ScrapeSections.FIRST_JOB;
      if (index >= 0 && index < jobs.size()) {
        problems.add(at(jobs.get(index), line.group(2)));
      }
    }
    if (problems.isEmpty()) {
      named(jobs, message).ifPresent(problems::add);
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(new InputException(problems));
  }

  private static Problem at(ScrapeJob job, String says) {
    Matcher field = FIELD.matcher(says);
    if (field.find()) {
      Optional<YamlScalar> key = key(job.node(), field.group(1));
      if (key.isPresent()) {
        Set<String> known = new LinkedHashSet<>(KEYS);
        return key.get()
            .error(
                RuleErrors.says("field " + field.group(1) + " not found"),
                Suggestions.hint(field.group(1), known));
      }
    }
    return job.written().error(RuleErrors.says(says), Optional.empty());
  }

  private static Optional<Problem> named(List<ScrapeJob> jobs, String message) {
    Matcher quoted = QUOTED.matcher(message);
    while (quoted.find()) {
      String name = quoted.group(1);
      Optional<ScrapeJob> job =
          jobs.stream().filter(j -> j.name().equals(name)).reduce((a, b) -> b);
      if (job.isPresent()) {
        String says = message.substring(message.lastIndexOf(": ") + 2).strip();
        return Optional.of(job.get().written().error(RuleErrors.says(says), Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static Optional<YamlScalar> key(YamlNode node, String name) {
    if (node instanceof YamlMapping mapping) {
      return mapping
          .key(name)
          .or(
              () ->
                  mapping.entries().stream()
                      .flatMap(e -> key(e.value(), name).stream())
                      .findFirst());
    }
    return node instanceof YamlSequence list
        ? list.items().stream().flatMap(item -> key(item, name).stream()).findFirst()
        : Optional.empty();
  }
}
