package io.firedrill.internal.settings;

import io.firedrill.internal.source.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which flags Firedrill refuses, and why. */
final class FlagPolicy {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int LONGEST_VALUE = 4096;

  private static final String ADDRESS =
      "Firedrill chooses the address, so that no one else reaches the server";
  private static final String PASSWORD = "Firedrill protects the server with a password of its own";
  private static final String CONFIGURATION = "Firedrill writes the server's configuration";
  private static final String API = "Firedrill uses the server's API at /";
  private static final String LOG = "Firedrill reads the server's log";
  private static final String FILES =
      "it names files of another machine, and no alert depends on them";
  private static final String ENDS = "the server would print a text and end";
  private static final String RELOADS = "Firedrill reloads the configuration, at exact times";
  private static final String BLOCK =
      "Firedrill keeps all samples of a run, in one block and a directory of its own";
  private static final String AGENT = "an agent evaluates no rules";
  private static final String MEMBERS = "Firedrill connects the members of the cluster";

  private static final Map<String, String> BOTH =
      reasons(
          entry(ENDS, "help", "help-long", "help-man", "version", "write-documentation"),
          entry(ADDRESS, "web.listen-address", "web.systemd-socket"),
          entry(PASSWORD, "web.config.file"),
          entry(API, "web.route-prefix"),
          entry(LOG, "log.level", "log.format"));

  private static final Map<String, String> PROMETHEUS =
      reasons(
          entry(CONFIGURATION + "; yours is prometheus_config", "config.file"),
          entry("external_url of a test sets it", "web.external-url"),
          entry(
              RELOADS, "web.enable-lifecycle", "config.auto-reload", "config.auto-reload-interval"),
          entry(
              "Firedrill sends samples by remote write",
              "web.enable-remote-write-receiver",
              "web.remote-write-receiver.accepted-protobuf-messages"),
          entry("connections of Firedrill stay open while the time moves on", "web.read-timeout"),
          entry("connections of Firedrill would count", "web.max-connections"),
          entry(
              FILES,
              "web.console.templates",
              "web.console.libraries",
              "web.user-assets",
              "web.local-assets",
              "web.ui-path",
              "storage.tsdb.delay-compact-file.path"),
          entry(
              BLOCK,
              "storage.tsdb.path",
              "storage.tsdb.min-block-duration",
              "storage.tsdb.max-block-duration",
              "storage.tsdb.retention",
              "storage.tsdb.retention.time",
              "storage.tsdb.retention.size"),
          entry(AGENT, "agent"),
          entry(
              "Firedrill computes with the default when targets are scraped",
              "scrape.discovery-reload-interval"));

  private static final Map<String, String> ALERTMANAGER =
      reasons(
          entry(CONFIGURATION + "; yours is alertmanager_config", "config.file"),
          entry("Firedrill keeps the server's data in a directory of its own", "storage.path"),
          entry(
              "Firedrill sets it, so that links in notifications are the same on every machine",
              "web.external-url"),
          entry(
              MEMBERS,
              "cluster.listen-address",
              "cluster.advertise-address",
              "cluster.peer",
              "cluster.peer-name",
              "cluster.tls-config",
              "cluster.gossip-interval",
              "cluster.allow-insecure-public-advertise-address-discovery"),
          entry("the cluster settles before a test starts", "cluster.settle-timeout"));

  private static final Map<String, String> FEATURES =
      reasons(
          entry(AGENT, "agent"),
          entry(RELOADS, "auto-reload-config"),
          entry("Firedrill switches it on where it is needed", "event-recorder"));

  private FlagPolicy() {}

  /**
   * A refusal.
   *
   * @param text what is refused, and why
   * @param hint what to write instead
   */
  record Refused(String text, Optional<String> hint) {}

  /** Why a flag is refused; empty if the server decides. */
  static Optional<Refused> refusal(FlaggedServer server, ServerFlag flag) {
    String name = flag.name();
    if (!NAME.matcher(name).matches()) {
      return Optional.of(
          new Refused(
              "not the name of a flag: \"" + name + "\"",
              Optional.of(meant(name, "a name is written as query.lookback-delta"))));
    }
    if (flag.values().stream().anyMatch(FlagPolicy::isUnusable)) {
      return Optional.of(
          new Refused("the value of \"" + name + "\" is too long or has a line end", none()));
    }
    Optional<String> reason = reason(server, name).or(() -> positive(server, name));
    if (reason.isPresent()) {
      return Optional.of(refused(server, "--" + name, reason.get()));
    }
    return new FlagSet(List.of(flag))
        .features().stream()
            .filter(FEATURES::containsKey)
            .findFirst()
            .map(f -> refused(server, "--enable-feature=" + f, FEATURES.get(f)));
  }

  /** {@code no-x} is another name of {@code x}. */
  private static Optional<String> positive(FlaggedServer server, String name) {
    return name.startsWith("no-") ? reason(server, name.substring(3)) : Optional.empty();
  }

  private static Optional<String> reason(FlaggedServer server, String name) {
    Map<String, String> own = server == FlaggedServer.PROMETHEUS ? PROMETHEUS : ALERTMANAGER;
    return Optional.ofNullable(own.get(name))
        .or(() -> Optional.ofNullable(BOTH.get(name)))
        .or(() -> name.startsWith("completion-") ? Optional.of(ENDS) : Optional.empty())
        .or(() -> name.startsWith("storage.agent.") ? Optional.of(AGENT) : Optional.empty());
  }

  private static Refused refused(FlaggedServer server, String flag, String reason) {
    return new Refused(
        "Firedrill does not pass %s to %s: %s".formatted(flag, server.title(), reason), none());
  }

  private static String meant(String name, String otherwise) {
    String bare = name.replaceFirst("^-+", "").replaceFirst("=.*", "").strip();
    return bare.equals(name) || !NAME.matcher(bare).matches()
        ? otherwise
        : "did you mean \"" + bare + "\"?";
  }

  /** A flag that only an untrusted file may not set: nobody knows what it does. */
  static Optional<Refused> refusalToStrangers(FlaggedServer server, ServerFlag flag) {
    String name = flag.name();
    return KnownFlags.of(server).contains(name)
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "not allowed in untrusted files: a flag that Firedrill does not know",
                Suggestions.hint(name, KnownFlags.of(server))));
  }

  private static boolean isUnusable(String value) {
    return value.length() > LONGEST_VALUE || value.chars().anyMatch(Character::isISOControl);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Refusals entry(String reason, String... names) {
    return new Refusals(reason, List.of(names));
  }

  private static Map<String, String> reasons(Refusals... refusals) {
    return Stream.of(refusals)
        .flatMap(r -> r.names().stream().map(name -> Map.entry(name, r.reason())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The names that are refused for one reason. */
  private record Refusals(String reason, List<String> names) {}
}
