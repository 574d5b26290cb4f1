package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.ConfigurationKeys;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlText;
import io.firedrill.internal.vetting.Judge;
import io.firedrill.internal.vetting.ReadingServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Prometheus that checks configurations. Firedrill adds two remote reads with the same name:
 * Prometheus checks that last, after everything else, so an error about that name means that the
 * configuration is valid.
 */
final class PrometheusJudge implements Judge {

  private static final String READS = "remote_read";
  private static final String OTLP = "otlp";
  private static final String SCHEME = "metric_name_validation_scheme";
  private static final String APPROVAL = "firedrill-only-checks-this-copy";

  private static final Pattern PREFIX =
      Pattern.compile(
          "(?s)^failed to reload config: .*?parsing YAML file [^:]*: (yaml: (?!unmarshal))?");

  private static final Pattern DISCOVERY =
      Pattern.compile("field ([a-z0-9_]+_sd_configs) not found");

  private final ReadingServer server;

  /** Kinds of service discovery that this build lacks; a test does not need them. */
  private final Set<String> missing = new HashSet<>();

  PrometheusJudge(ReadingServer server) {
    this.server = server;
  }

  @Override
  public String refusal(YamlMapping root) {
    YamlMapping built = (YamlMapping) withoutMissing(root);
    String said = server.read(YamlText.of(built.with(READS, reads(built))) + "\n", Map.of());
    if (said.isEmpty()) {
      throw new IllegalStateException("Prometheus has loaded an invalid configuration");
    }
    if (said.contains(APPROVAL)) {
      return ofOtlp(built);
    }
    List<String> more =
        DISCOVERY
            .matcher(said)
            .results()
            .map(result -> result.group(1))
            .filter(ConfigurationKeys.all()::contains)
            .toList();
    return missing.addAll(more) ? refusal(root) : plain(said);
  }

  private YamlNode withoutMissing(YamlNode node) {
    if (node instanceof YamlSequence list) {
      return list.withItems(list.items().stream().map(this::withoutMissing).toList());
    }
    return node instanceof YamlMapping mapping
        ? new YamlMapping(
            mapping.position(),
            mapping.entries().stream()
                .filter(e -> !missing.contains(e.key().text()))
                .map(e -> new YamlMapping.Entry(e.key(), withoutMissing(e.value())))
                .toList())
        : node;
  }

  /** Checked last; a configuration with only this error is harmless. */
  private String ofOtlp(YamlMapping root) {
    if (root.get(OTLP).isEmpty()) {
      return "";
    }
    YamlMapping alone = new YamlMapping(root.position(), List.of());
    YamlMapping global =
        root.get("global").orElse(null) instanceof YamlMapping own
            ? own.get(SCHEME).map(scheme -> alone.with(SCHEME, scheme)).orElse(alone)
            : alone;
    YamlMapping otlp = alone.with("global", global).with(OTLP, root.get(OTLP).get());
    return plain(server.read(YamlText.of(otlp) + "\n", Map.of()));
  }

  private static String plain(String said) {
    return PREFIX.matcher(said).replaceFirst("");
  }

  /** Firedrill's come last. A value that is not a list is refused anyway. */
  private static YamlNode reads(YamlMapping root) {
    YamlNode own = root.get(READS).orElse(YamlScalar.plain("null"));
    if (!own.isNull() && !(own instanceof YamlSequence)) {
      return own;
    }
    YamlMapping ours =
        new YamlMapping(root.position(), List.of())
            .with("url", YamlScalar.quoted("http://127.0.0.1:1/"))
            .with("name", YamlScalar.quoted(APPROVAL));
    List<YamlNode> all =
        new ArrayList<>(own instanceof YamlSequence list ? list.items() : List.of());
    all.addAll(List.of(ours, ours));
    return new YamlSequence(root.position(), all);
  }
}
