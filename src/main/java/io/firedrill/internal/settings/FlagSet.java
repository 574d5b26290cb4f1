package io.firedrill.internal.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The flags of one server.
 *
 * @param flags the flags, each with another name
 */
public record FlagSet(List<ServerFlag> flags) {

  /** No flags. */
  public static final FlagSet NONE = new FlagSet(List.of());

  public FlagSet {
    flags = List.copyOf(flags);
  }

  /** These flags, and those of others whose names are not among them. */
  FlagSet orElse(FlagSet others) {
    Map<String, ServerFlag> all = new LinkedHashMap<>();
    others.flags.forEach(flag -> all.put(flag.name(), flag));
    flags.forEach(flag -> all.put(flag.name(), flag));
    return new FlagSet(List.copyOf(all.values()));
  }

  /** The words of the command line. */
  public List<String> arguments() {
    return flags.stream().flatMap(flag -> flag.arguments().stream()).toList();
  }

  /** A flag's value as a duration; empty if it is not set, or is none. */
  public Optional<Duration> duration(String name) {
    return get(name)
        .filter(flag -> flag.values().size() == 1)
        .flatMap(flag -> FlagDuration.parse(flag.values().get(0)));
  }

  /** The features that are switched on. */
  List<String> features() {
    return get(ServerFlag.FEATURES).stream()
        .flatMap(flag -> flag.values().stream())
        .flatMap(FlagSet::words)
        .toList();
  }

  private static Stream<String> words(String list) {
    return Stream.of(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
  }

  Optional<ServerFlag> get(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
  }

  /** These flags and one more, or another value for it. */
  FlagSet with(ServerFlag flag) {
    List<ServerFlag> one = new ArrayList<>(List.of(flag));
    return new FlagSet(one).orElse(this);
  }
}
