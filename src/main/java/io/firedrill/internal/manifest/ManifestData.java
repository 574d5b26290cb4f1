package io.firedrill.internal.manifest;

import io.firedrill.internal.source.EmbeddedYaml;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The files that a Secret or a ConfigMap contains. */
public final class ManifestData {

  private static final Pattern CONFIGURATION =
      Pattern.compile("alertmanager\\.ya?ml(\\.gz)?|config\\.ya?ml");
  private static final Pattern ROUTES =
      Pattern.compile("(?m)^[\"']?(route|receivers)[\"']?\\s*:|^\\{.*\\broute\\s*:");
  private static final Pattern RULES =
      Pattern.compile("(?m)^[\"']?groups[\"']?\\s*:|^\\{\\s*[\"']?groups[\"']?\\s*:");
  private static final Pattern YAML = Pattern.compile(".*\\.(ya?ml|rules?|json)(\\.gz)?");

  private ManifestData() {}

  /** Whether a manifest is of a kind that contains files. */
  public static boolean isIn(Manifest manifest) {
    return manifest.kind().equals("Secret") || manifest.kind().equals("ConfigMap");
  }

  /**
   * Its files, by name, in order.
   *
   * @throws io.firedrill.internal.source.InputException if one is not text
   */
  static Map<String, EmbeddedYaml> files(Manifest manifest) {
    boolean secret = manifest.kind().equals("Secret");
    Map<String, EmbeddedYaml> files = new LinkedHashMap<>();
    for (String part : List.of("data", "stringData", "binaryData")) {
      for (YamlMapping.Entry entry :
          manifest.part(part).map(YamlMapping::entries).orElse(List.of())) {
        if (entry.value() instanceof YamlScalar value && !value.isNull()) {
          boolean encoded = part.equals("binaryData") || secret && part.equals("data");
          String name = entry.key().text();
          if (!encoded) {
            files.put(name, EmbeddedYaml.verbatim(value));
          } else if (YAML.matcher(name).matches() || name.endsWith(".tmpl")) {
            files.put(name, EmbeddedYaml.base64(value));
          }
        }
      }
    }
    return files;
  }

  /** The files with rules. */
  public static List<EmbeddedYaml> rules(Manifest manifest) {
    return files(manifest).values().stream()
        .filter(file -> RULES.matcher(file.text()).find())
        .toList();
  }

  /** Whether a file is a configuration of Alertmanager, by its name or its content. */
  static boolean isConfiguration(String name, String text) {
    return CONFIGURATION.matcher(name).matches() && !text.isBlank()
        || YAML.matcher(name).matches() && ROUTES.matcher(text).find();
  }
}
