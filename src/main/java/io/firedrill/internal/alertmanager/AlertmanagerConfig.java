package io.firedrill.internal.alertmanager;

import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.manifest.RoutingConfiguration;
import io.firedrill.internal.manifest.RoutingConfigurationReader;
import io.firedrill.internal.receiver.ConfigFiles;
import io.firedrill.internal.receiver.GlobalSettings;
import io.firedrill.internal.receiver.KnownSettings;
import io.firedrill.internal.receiver.Receiver;
import io.firedrill.internal.receiver.ReceiverReader;
import io.firedrill.internal.receiver.SinkPorts;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlText;
import io.firedrill.internal.vetting.ReadingServer;
import io.firedrill.internal.vetting.Vetting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user's Alertmanager configuration, whose routes, inhibition rules and time intervals are kept
 * unchanged while its receivers are redirected. Alertmanager itself reports other errors.
 */
public final class AlertmanagerConfig {

  private static final String TEMPLATES = "templates";

  /** The documented sections that affect notifications. */
  private static final Set<String> SECTIONS =
      Set.of(
          "global",
          "inhibit_rules",
          "mute_time_intervals",
          "receivers",
          "route",
          TEMPLATES,
          "time_intervals");

  /** Sections that send other data than notifications; tests do not need them. */
  private static final Set<String> WITH_LEFT_OUT =
      Stream.concat(SECTIONS.stream(), Stream.of("event_recorder", "tracing"))
          .collect(Collectors.toUnmodifiableSet());

  private final Path file;
  private final RoutingConfiguration configuration;
  private final YamlNode root;
  private final List<Receiver> receivers;
  private final Templates templates;

  private final List<Problem> notes;

  private AlertmanagerConfig(
      Path file,
      RoutingConfiguration configuration,
      List<Receiver> receivers,
      Templates templates,
      List<Problem> notes) {
    this.notes = List.copyOf(notes);
    this.file = file;
    this.configuration = configuration;
    this.root = configuration.root();
    this.receivers = List.copyOf(receivers);
    this.templates = templates;
  }

  /**
   * Reads a configuration file and the templates that it names. Like Alertmanager, it reads only
   * the first document.
   *
   * @throws io.firedrill.internal.source.InputException if a file cannot be read, or contains a
   *     receiver that cannot be captured; the exception has every problem
   */
  public static AlertmanagerConfig read(Path file) {
    return read(file, Trust.FULL);
  }

  /**
   * The same, for a file whose author has this trust.
   *
   * @throws io.firedrill.internal.source.InputException also if the author is not trusted to name
   *     its templates
   */
  public static AlertmanagerConfig read(Path file, Trust trust) {
    return read(file, trust, FileTexts.AS_THEY_ARE);
  }

  /**
   * The same, with the texts of the files from elsewhere.
   *
   * @throws io.firedrill.internal.source.InputException see {@link #read(Path, Trust)}
   */
  public static AlertmanagerConfig read(Path file, Trust trust, FileTexts texts) {
    return read(file, trust, OperatorSettings.NONE, texts);
  }

  /**
   * The same, for manifests that the Prometheus operator would read with these settings.
   *
   * @throws io.firedrill.internal.source.InputException also if the manifests contain no
   *     configuration, or one that the operator rejects
   */
  public static AlertmanagerConfig read(
      Path file, Trust trust, OperatorSettings settings, FileTexts texts) {
    trust.require(file);
    settings.alertmanagerConfigs().forEach(trust::require);
    RoutingConfiguration configuration = RoutingConfigurationReader.read(file, settings, texts);
    YamlNode root = configuration.root();
    Problems problems = new Problems(configuration.source());
    problems.addAll(configuration.notes());
    List<Receiver> receivers =
        get(root, "receivers").map(new ReceiverReader(problems)::read).orElse(List.of());
    Path directory = file.toAbsolutePath().normalize().getParent();
    Templates templates =
        get(root, TEMPLATES)
            .map(
                globs ->
                    new TemplateFiles(directory, problems, trust, texts, configuration).read(globs))
            .orElse(new Templates(List.of()));
    KnownSettings.warn(WITH_LEFT_OUT, root, problems);
    get(root, "global").ifPresent(global -> GlobalSettings.warn(global, problems));
    problems.throwIfErrors();
    return new AlertmanagerConfig(file, configuration, receivers, templates, problems.warnings());
  }

  private static Optional<YamlNode> get(YamlNode root, String key) {
    return root instanceof YamlMapping mapping ? mapping.get(key) : Optional.empty();
  }

  /**
   * The receivers' names, in the file's order, each with the kinds of its integrations, such as
   * {@code webhook}.
   */
  public Map<String, Set<String>> receivers() {
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    for (Receiver receiver : receivers) {
      kinds.computeIfAbsent(receiver.name(), any -> new TreeSet<>()).addAll(receiver.kinds());
    }
    return kinds;
  }

  /**
   * Its routes, inhibition rules and time intervals.
   *
   * @param version the Alertmanager's, such as {@code 0.28.1+ds}
   * @throws io.firedrill.internal.source.InputException see {@link Routing#read}
   */
  public Routing routing(String version) {
    return Routing.of(configuration, version);
  }

  /**
   * Lets an Alertmanager check the original configuration, without secrets, without loading it.
   *
   * @throws io.firedrill.internal.source.InputException with everything that Alertmanager refuses
   */
  public void check(ReadingServer alertmanager) {
    if (root instanceof YamlMapping mapping) {
      Vetting.check(mapping, "Alertmanager", new AlertmanagerJudge(alertmanager));
    }
  }

  /**
   * The same routes for many alerts at once; see {@link RowRouting}.
   *
   * @param version the Alertmanager's
   */
  public AlertmanagerConfig forRows(String version) {
    if (!(root instanceof YamlMapping mapping)) {
      return this;
    }
    YamlMapping rows = new RowRouting(EmptyGroupBy.in(version)).of(mapping);
    Problems problems = new Problems(configuration.source());
    RoutingConfiguration changed =
        new RoutingConfiguration(
            configuration.source(), rows, configuration.origin(), List.of(), List.of(), List.of());
    return new AlertmanagerConfig(
        file,
        changed,
        rows.get("receivers").map(new ReceiverReader(problems)::read).orElse(List.of()),
        new Templates(List.of()),
        List.of());
  }

  /** The label by which {@link #forRows} tells alerts apart. */
  public static String rowLabel() {
    return RowRouting.ROW;
  }

  /** Settings that are left out in tests, as warnings at the user's lines. */
  public List<Problem> notes() {
    return notes;
  }

  /** The configuration's own file, and the template files that it names, in order. */
  public List<Path> files() {
    return Stream.of(
            Stream.of(file),
            configuration.more().stream(),
            templates.files().stream().map(Templates.Template::source))
        .flatMap(files -> files)
        .distinct()
        .toList();
  }

  /** The last template file with this name, which overrides earlier ones. */
  Optional<Templates.Template> templateNamed(String name) {
    return templates.files().stream()
        .filter(t -> t.name().equals(name))
        .reduce((earlier, later) -> later);
  }

  /**
   * The configuration with every receiver's endpoint replaced by the sink's, {@code
   * http://127.0.0.1:PORT/RECEIVER/INTEGRATION/INDEX}, where the integration is Alertmanager's name
   * for its kind, such as {@code webhook}, and the index counts the receiver's integrations of this
   * kind from 0. Secrets, proxies, TLS settings and everything that is not known to be harmless are
   * removed or replaced. Templates are included; they get additional data about notifications that
   * the messages do not contain.
   */
  public RedirectedConfig redirectedTo(SinkPorts ports) {
    if (!(root instanceof YamlMapping mapping)) {
      return new RedirectedConfig(YamlText.of(root) + "\n", new TreeMap<>());
    }
    ConfigFiles files = new ConfigFiles();
    StringBuilder text = new StringBuilder();
    for (YamlMapping.Entry entry : KnownSettings.of(SECTIONS, mapping).entries()) {
      text.append(YamlText.of(entry.key())).append(':');
      text.append(value(entry.key().text(), entry.value(), ports, files)).append('\n');
    }
    if (mapping.get(TEMPLATES).isEmpty() && !receivers.isEmpty()) {
      text.append(TEMPLATES + ": ");
      text.append(YamlText.of(templates.redirected(root, files))).append('\n');
    }
    return new RedirectedConfig(text.toString(), files.asMap());
  }

  private String value(String key, YamlNode value, SinkPorts ports, ConfigFiles files) {
    if (key.equals("receivers") && !receivers.isEmpty()) {
      return redirected(ports, files);
    }
    YamlNode kept =
        switch (key) {
          case "global" -> GlobalSettings.redirected(value, ports, files);
          case TEMPLATES ->
              value.isNull() || value instanceof YamlSequence
                  ? templates.redirected(value, files)
                  : value;
          default -> value;
        };
    return " " + YamlText.of(kept);
  }

  /** One receiver per line, so that a line in Alertmanager's message identifies the receiver. */
  private String redirected(SinkPorts ports, ConfigFiles files) {
    YamlMapping global =
        get(root, "global")
            .filter(YamlMapping.class::isInstance)
            .map(YamlMapping.class::cast)
            .orElse(new YamlMapping(root.position(), List.of()));
    return receivers.stream()
        .map(r -> "\n- " + YamlText.of(r.redirectedTo(ports, global, files)))
        .collect(Collectors.joining());
  }
}
