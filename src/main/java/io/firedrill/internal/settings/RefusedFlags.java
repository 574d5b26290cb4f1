package io.firedrill.internal.settings;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a server's words that it did not start because of a flag of the user. */
public final class RefusedFlags {

  private static final Pattern UNKNOWN_FLAG = Pattern.compile("unknown long flag '--([^']*)'");
  private static final Pattern NAMED_FLAG = Pattern.compile("flag '(?:--)?([^']*)'");
  private static final Pattern UNKNOWN_FEATURE =
      Pattern.compile("[Uu]nknown option '([^']*)' for --enable-feature");

  /** Prometheus and Alertmanager begin the line that says why they do not start in these ways. */
  private static final List<Pattern> REASONS =
      List.of(
          Pattern.compile("(?m)^Error parsing command line arguments: (.*)$"),
          Pattern.compile("(?m)^\\S*alertmanager: error: (.*?)(?:, try --help)?$"),
          Pattern.compile("(?m)^Error parsing feature list: (.*)$"),
          Pattern.compile("feature flag list\" err=\"((?:[^\"\\\\]|\\\\.)*)\""),
          Pattern.compile("(?m)^(.*(?:must be|cannot|could not compile).*)$"));

  private final FlaggedServer server;
  private final FlagSet flags;
  private final String log;

  private RefusedFlags(FlaggedServer server, FlagSet flags, String log) {
    this.server = server;
    this.flags = flags;
    this.log = log;
  }

  /**
   * The user's error if a server did not start because of a flag; empty if there is another reason.
   *
   * @param failure the message of the rig: which server did not start, and its log
   * @return an {@link InputException} at the flag, or an {@link IllegalArgumentException} if it was
   *     not set in a file
   */
  public static Optional<RuntimeException> find(String failure, ServerFlags flags) {
    for (FlaggedServer server : FlaggedServer.values()) {
      if (failure.startsWith(server.program()) && !flags.of(server).flags().isEmpty()) {
        return new RefusedFlags(server, flags.of(server), failure).error();
      }
    }
    return Optional.empty();
  }

  private Optional<RuntimeException> error() {
    Optional<String> reason = reason();
    return reason.map(words -> error(words, culprit(words)));
  }

  private Optional<String> reason() {
    return REASONS.stream()
        .map(pattern -> pattern.matcher(log))
        .filter(Matcher::find)
        .map(found -> found.group(1).replace("\\\"", "\"").strip())
        .findFirst();
  }

  private RuntimeException error(String words, Optional<ServerFlag> culprit) {
    String message = server.title() + " says: " + words;
    Optional<String> hint = hint(words);
    Optional<YamlScalar> place =
        culprit
            .flatMap(ServerFlag::place)
            .or(() -> flags.flags().stream().flatMap(f -> f.place().stream()).findFirst());
    return place
        .<RuntimeException>map(at -> new InputException(List.of(at.error(message, hint))))
        .orElseGet(
            () -> new IllegalArgumentException(message + hint.map(h -> "; " + h).orElse("")));
  }

  /** The flag that the server's words are about, if they tell. */
  private Optional<ServerFlag> culprit(String words) {
    Matcher named = NAMED_FLAG.matcher(words);
    if (named.find()) {
      String name = named.group(1);
      return flags.get(name).or(() -> flags.get(name.replaceFirst("^no-", "")));
    }
    if (log.contains("feature flag list") || log.contains("Error parsing feature list")) {
      return flags.get(ServerFlag.FEATURES);
    }
    Optional<ServerFlag> only =
        Optional.of(flags.flags()).filter(f -> f.size() == 1).map(f -> f.get(0));
    return only.or(() -> quoting(words));
  }

  /** The only flag that has a value which the server quotes, or whose name it mentions. */
  private Optional<ServerFlag> quoting(String words) {
    List<ServerFlag> quoted =
        flags.flags().stream()
            .filter(
                flag ->
                    words.contains(flag.name())
                        || flag.values().stream().anyMatch(v -> words.contains('"' + v + '"')))
            .toList();
    return quoted.size() == 1 ? Optional.of(quoted.get(0)) : Optional.empty();
  }

  private Optional<String> hint(String words) {
    Matcher flag = UNKNOWN_FLAG.matcher(words);
    if (flag.find()) {
      return Suggestions.hint(flag.group(1), KnownFlags.of(server));
    }
    Matcher feature = UNKNOWN_FEATURE.matcher(words);
    return feature.find()
        ? Suggestions.hint(feature.group(1), KnownFlags.features(server))
        : Optional.empty();
  }
}
