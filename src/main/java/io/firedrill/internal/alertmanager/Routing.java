package io.firedrill.internal.alertmanager;

import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.manifest.RoutingConfiguration;
import io.firedrill.internal.manifest.RoutingConfigurationReader;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Problems;
import java.nio.file.Path;
import java.util.List;

/**
 * The parts of a configuration that affect notifications: routes, inhibition rules and time
 * intervals, with their positions in the file. Firedrill reads them to explain what the server did;
 * the server itself decides whether a configuration is valid.
 *
 * @param root the root of the routes
 * @param inhibitRules the inhibition rules, in the file's order
 * @param timeIntervals the named time intervals, in the file's order
 * @param receivers the receivers, in the file's order
 * @param integrations all integrations of all receivers, in the file's order
 */
public record Routing(
    Route root,
    List<InhibitRule> inhibitRules,
    List<TimeInterval> timeIntervals,
    List<NamedReceiver> receivers,
    List<Integration> integrations) {

  public Routing {
    inhibitRules = List.copyOf(inhibitRules);
    timeIntervals = List.copyOf(timeIntervals);
    receivers = List.copyOf(receivers);
    integrations = List.copyOf(integrations);
  }

  /**
   * Reads a configuration file.
   *
   * @param version the version of the Alertmanager that it is for, such as {@code 0.28.1+ds}
   * @throws io.firedrill.internal.source.InputException if the file cannot be read, or has no
   *     route, or has values of an unexpected type
   */
  public static Routing read(Path file, String version) {
    return read(file, version, FileTexts.AS_THEY_ARE);
  }

  /**
   * The same, with the file's text from elsewhere.
   *
   * @throws io.firedrill.internal.source.InputException see {@link #read(Path, String)}
   */
  public static Routing read(Path file, String version, FileTexts texts) {
    return of(RoutingConfigurationReader.read(file, OperatorSettings.NONE, texts), version);
  }

  /** The same for a configuration that has been read. */
  static Routing of(RoutingConfiguration configuration, String version) {
    Problems problems = new Problems(configuration.source());
    Routing routing =
        new RoutingReader(problems, EmptyGroupBy.in(version)).read(configuration.root());
    problems.throwIfErrors();
    return routing;
  }
}
