package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.vetting.ReadingServer;
import io.firedrill.internal.vetting.Vetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user's Prometheus configuration, whose scrape jobs are kept except for what cannot work in a
 * test: targets are reached through a proxy, service discovery is replaced, and credentials and TLS
 * settings are left out. Rules and Alertmanagers are those of the test. Prometheus itself reports
 * other errors.
 */
public final class ScrapeConfig {

  private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

  private static final String JOBS = "scrape_configs";

  private final YamlMapping root;
  private final List<ScrapeJob> jobs;
  private final List<Problem> notes;
  private final List<Path> files;

  ScrapeConfig(YamlMapping root, List<ScrapeJob> jobs, List<Problem> notes, List<Path> files) {
    this.files = List.copyOf(files);
    this.root = root;
    this.jobs = List.copyOf(jobs);
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads a configuration, the files of its {@code scrape_config_files}, and existing files that
   * {@code file_sd_configs} name.
   *
   * @throws InputException with every problem, if a file cannot be read or is invalid
   */
  public static ScrapeConfig read(Path file) {
    return read(file, Trust.FULL);
  }

  /**
   * The same, for a file whose author has this trust.
   *
   * @throws InputException also if the author is not trusted to name its files
   */
  public static ScrapeConfig read(Path file, Trust trust) {
    return read(file, trust, FileTexts.AS_THEY_ARE);
  }

  /**
   * The same, with the texts of the configurations from elsewhere.
   *
   * @throws InputException see {@link #read(Path, Trust)}
   */
  public static ScrapeConfig read(Path file, Trust trust, FileTexts texts) {
    return ScrapeConfigReader.read(file, trust, texts);
  }

  /** Every file that was read, the configuration first. */
  public List<Path> files() {
    return files;
  }

  /** The names of the jobs, in the order of the file. */
  public List<String> jobs() {
    return jobs.stream().map(ScrapeJob::name).toList();
  }

  /** The names of the jobs whose service discovery is replaced by a test's targets. */
  public List<String> discoveringJobs() {
    return jobs.stream().filter(ScrapeJob::isDiscovering).map(ScrapeJob::name).toList();
  }

  /** Warnings about settings that are removed or replaced in tests, at the user's lines. */
  public List<Problem> notes() {
    return notes;
  }

  /**
   * The addresses that jobs list, as written; without those of jobs whose relabelling changes the
   * address.
   */
  public List<YamlScalar> staticAddresses() {
    return jobs.stream().flatMap(job -> job.staticAddresses().stream()).toList();
  }

  /** The query offset of rule groups without their own. */
  public Optional<Duration> ruleQueryOffset() {
    return root.get("global").flatMap(g -> duration(g, "rule_query_offset"));
  }

  /** The longest scrape interval of a target. */
  public Duration longestInterval() {
    Duration usual = root.get("global").flatMap(ScrapeConfig::interval).orElse(DEFAULT_INTERVAL);
    return jobs.stream()
        .map(job -> interval(job.node()).orElse(usual))
        .max(Duration::compareTo)
        .orElse(usual);
  }

  private static Optional<Duration> interval(YamlNode node) {
    return duration(node, "scrape_interval").filter(d -> !d.isZero());
  }

  private static Optional<Duration> duration(YamlNode node, String key) {
    return node instanceof YamlMapping mapping
            && mapping.get(key).orElse(null) instanceof YamlScalar scalar
        ? PrometheusDuration.parse(scalar.text())
        : Optional.empty();
  }

  /**
   * The user's parts of the configuration, for a test.
   *
   * @param proxyPort the loopback port of the proxy that answers for all targets and for service
   *     discovery
   * @param discoveryPath the path of a job's service discovery on that port
   * @param version Prometheus's version: up to 2, it adds default ports to addresses
   */
  public ScrapeSections redirectedTo(int proxyPort, DiscoveryPath discoveryPath, String version) {
    return new ScrapeSections(
        global(),
        AlertRelabelling.of(root),
        outOfOrderWindow(),
        jobs.stream().map(job -> job.redirected(proxyPort, discoveryPath, version)).toList());
  }

  /** Returns the path of a job's service discovery. */
  @FunctionalInterface
  public interface DiscoveryPath {
    /** The path, from the slash on. */
    String of(String job);
  }

  private Optional<YamlNode> outOfOrderWindow() {
    return root.get("storage").orElse(null) instanceof YamlMapping storage
            && storage.get("tsdb").orElse(null) instanceof YamlMapping tsdb
        ? tsdb.get("out_of_order_time_window").filter(node -> !node.isNull())
        : Optional.empty();
  }

  private List<YamlMapping.Entry> global() {
    return root.get("global").orElse(null) instanceof YamlMapping mapping
        ? mapping.entries().stream().filter(ScrapeKeys.GLOBAL::keeps).toList()
        : List.of();
  }

  /** Whether it relabels alerts. */
  public boolean relabelsAlerts() {
    return !AlertRelabelling.of(root).isEmpty();
  }

  /**
   * Lets a Prometheus check the original configuration, without secrets, without loading it.
   *
   * @throws InputException with everything that Prometheus refuses
   */
  public void check(ReadingServer prometheus) {
    if (!root.entries().isEmpty()) {
      YamlMapping all = root.without("scrape_config_files");
      List<YamlNode> nodes = jobs.stream().<YamlNode>map(ScrapeJob::node).toList();
      Vetting.check(
          nodes.isEmpty() ? all : all.with(JOBS, new YamlSequence(root.position(), nodes)),
          "Prometheus",
          new PrometheusJudge(prometheus));
    }
  }

  static Stream<YamlNode> items(YamlMapping mapping, String key) {
    return mapping.get(key).orElse(null) instanceof YamlSequence list
        ? list.items().stream()
        : Stream.empty();
  }
}
