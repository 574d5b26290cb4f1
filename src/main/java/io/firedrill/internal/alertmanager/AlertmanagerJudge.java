package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlText;
import io.firedrill.internal.vetting.Judge;
import io.firedrill.internal.vetting.ReadingServer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Alertmanager that checks configurations. Firedrill adds an invalid template to the
 * configuration: Alertmanager reads templates after it has validated the configuration and before
 * it uses it, so an error about that template means that the configuration is valid.
 */
final class AlertmanagerJudge implements Judge {

  private static final String TEMPLATES = "templates";
  private static final String FILE = "firedrill-check.tmpl";
  static final String APPROVAL = "firedrill_only_checks_this_copy";

  private static final Pattern PREFIX =
      Pattern.compile("^(failed to reload config: |yaml: (?!unmarshal))+");
  private static final Pattern UNKNOWN_ZONE = Pattern.compile("unknown time zone ([^\\s,;:]+)");

  private final ReadingServer server;

  AlertmanagerJudge(ReadingServer server) {
    this.server = server;
  }

  @Override
  public String refusal(YamlMapping root) {
    String text = YamlText.of(root.with(TEMPLATES, templates(root)));
    String said = server.read(text + "\n", Map.of(FILE, "{{ " + APPROVAL + " }}\n"));
    if (said.isEmpty()) {
      throw new IllegalStateException("Alertmanager has loaded an invalid configuration");
    }
    return said.contains(APPROVAL) ? "" : PREFIX.matcher(said).replaceFirst("");
  }

  /** Firedrill's template comes first. A value that is not a list is refused anyway. */
  private static YamlNode templates(YamlMapping root) {
    YamlNode own = root.get(TEMPLATES).orElse(YamlScalar.plain("null"));
    if (!own.isNull() && !(own instanceof YamlSequence)) {
      return own;
    }
    List<YamlNode> all = new ArrayList<>(List.of(YamlScalar.quoted(FILE)));
    if (own instanceof YamlSequence list) {
      all.addAll(list.items());
    }
    return new YamlSequence(root.position(), all);
  }

  /** A time zone that Java knows is not an error: the server reads zones from its own machine. */
  @Override
  public Optional<String> hint(String complaint) {
    Matcher unknown = UNKNOWN_ZONE.matcher(complaint);
    if (!unknown.find()) {
      return Optional.empty();
    }
    Set<String> known = ZoneId.getAvailableZoneIds();
    return known.contains(unknown.group(1))
        ? Optional.of("there is no time zone data where Alertmanager runs: install tzdata")
        : Suggestions.hint(unknown.group(1), known);
  }
}
