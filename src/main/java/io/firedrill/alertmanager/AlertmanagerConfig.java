package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import io.firedrill.source.YamlSequence;
import io.firedrill.source.YamlSource;
import io.firedrill.source.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A user's Alertmanager configuration, whose routes, inhibition rules and time intervals are kept
 * as they are while its receivers are redirected. What is wrong with the rest is Alertmanager's to
 * say.
 */
public final class AlertmanagerConfig {

  private final Path file;
  private final YamlNode root;
  private final List<Receiver> receivers;

  private AlertmanagerConfig(Path file, YamlNode root, List<Receiver> receivers) {
    this.file = file;
    this.root = root;
    this.receivers = List.copyOf(receivers);
  }

  /**
   * Reads a configuration file; like Alertmanager, its first document only.
   *
   * @throws io.firedrill.source.InputException if the file cannot be read, or holds a receiver that
   *     cannot be captured; it holds every problem found
   */
  public static AlertmanagerConfig read(Path file) {
    YamlSource source = YamlSource.read(file);
    Problems problems = new Problems(source);
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    Optional<YamlNode> list =
        root instanceof YamlMapping mapping ? mapping.get("receivers") : Optional.empty();
    List<Receiver> receivers =
        list.map(nodes -> new ReceiverReader(problems).read(nodes)).orElse(List.of());
    problems.throwIfErrors();
    return new AlertmanagerConfig(file, root, receivers);
  }

  /** The receivers' names, in the file's order. */
  public List<String> receivers() {
    return receivers.stream().map(Receiver::name).toList();
  }

  /**
   * Its routes, inhibition rules and time intervals.
   *
   * @throws io.firedrill.source.InputException see {@link Routing#read}
   */
  public Routing routing() {
    return Routing.read(file);
  }

  /**
   * The configuration with every receiver's endpoint replaced by {@code
   * http://127.0.0.1:PORT/RECEIVER/INTEGRATION/INDEX}, where the receiver's name is
   * percent-encoded, the integration is Alertmanager's word for it, such as {@code webhook}, and
   * the index counts from 0 within both. Secrets, proxies, TLS settings and tracing are left out,
   * and globs of templates are absolute.
   *
   * @param port where the sink, or a relay to it, listens on Alertmanager's loopback address
   */
  public String redirectedTo(int port) {
    if (!(root instanceof YamlMapping mapping)) {
      return YamlText.of(root) + "\n";
    }
    return mapping.entries().stream()
        .filter(e -> !e.key().text().equals("tracing"))
        .map(e -> YamlText.of(e.key()) + ":" + value(e.key().text(), e.value(), port) + "\n")
        .collect(Collectors.joining());
  }

  private String value(String key, YamlNode value, int port) {
    if (key.equals("receivers") && !receivers.isEmpty()) {
      return redirected(port);
    }
    YamlNode kept =
        switch (key) {
          case "global" -> GlobalSettings.harmless(value);
          case "templates" -> absolute(value);
          default -> value;
        };
    return " " + YamlText.of(kept);
  }

  /** One receiver a line, so that a line in Alertmanager's message tells the receiver. */
  private String redirected(int port) {
    return receivers.stream()
        .map(r -> "\n- " + YamlText.of(r.redirectedTo(port)))
        .collect(Collectors.joining());
  }

  private YamlNode absolute(YamlNode templates) {
    if (!(templates instanceof YamlSequence list)) {
      return templates;
    }
    return list.withItems(
        list.items().stream()
            .map(item -> item instanceof YamlScalar glob && !glob.isNull() ? absolute(glob) : item)
            .toList());
  }

  private YamlScalar absolute(YamlScalar glob) {
    if (glob.text().isEmpty() || glob.text().startsWith("/")) {
      return glob;
    }
    Path parent = file.toAbsolutePath().normalize().getParent();
    // The directory's own name is no pattern, whatever its characters.
    String directory = parent.toString().replaceAll("[*?\\[\\\\]", "\\\\$0");
    return YamlScalar.quoted(directory.equals("/") ? "/" + glob : directory + "/" + glob);
  }
}
