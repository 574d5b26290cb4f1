package io.firedrill.internal.settings;

import io.firedrill.internal.settings.ServerFlag.Form;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the flags of servers from a mapping of their names to values. */
public final class FlagReader {

  /** The keys that it reads. */
  public static final List<String> KEYS =
      List.of(FlaggedServer.PROMETHEUS.key(), FlaggedServer.ALERTMANAGER.key());

  private final Problems problems;
  private final Trust trust;

  private FlagReader(Problems problems, Trust trust) {
    this.problems = problems;
    this.trust = trust;
  }

  /** Reads {@link #KEYS}, and reports flags that Firedrill refuses. */
  public static ServerFlags read(Fields fields, Problems problems, Trust trust) {
    FlagReader reader = new FlagReader(problems, trust);
    return new ServerFlags(
        reader.read(fields, FlaggedServer.PROMETHEUS),
        reader.read(fields, FlaggedServer.ALERTMANAGER));
  }

  private FlagSet read(Fields fields, FlaggedServer server) {
    Optional<YamlNode> value = fields.value(server.key());
    if (value.isPresent() && !(value.get() instanceof YamlMapping)) {
      problems.error(
          value.get(),
          "expected a mapping for \"" + server.key() + "\", found " + value.get().kind(),
          Optional.of("write query.lookback-delta: 10m"));
    }
    List<ServerFlag> flags = new ArrayList<>();
    if (value.orElse(null) instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        flag(server, entry.key(), entry.value()).ifPresent(flags::add);
      }
    }
    return new FlagSet(flags);
  }

  private Optional<ServerFlag> flag(FlaggedServer server, YamlScalar name, YamlNode value) {
    Optional<ServerFlag> written = written(name, value);
    Optional<FlagPolicy.Refused> refusal =
        written
            .flatMap(flag -> FlagPolicy.refusal(server, flag))
            .or(
                () ->
                    trust.isFull()
                        ? Optional.empty()
                        : written.flatMap(flag -> FlagPolicy.refusalToStrangers(server, flag)));
    refusal.ifPresent(why -> problems.error(name, why.text(), why.hint()));
    return refusal.isPresent() ? Optional.empty() : written;
  }

  private Optional<ServerFlag> written(YamlScalar name, YamlNode value) {
    if (value instanceof YamlSequence list) {
      List<String> values = new ArrayList<>();
      for (YamlNode item : list.items()) {
        if (!(item instanceof YamlScalar scalar) || scalar.isNull()) {
          problems.error(item, "expected a value of \"" + name.text() + "\", found " + item.kind());
          return Optional.empty();
        }
        values.add(scalar.text());
      }
      return Optional.of(new ServerFlag(name.text(), Form.VALUES, values, Optional.of(name)));
    }
    if (!(value instanceof YamlScalar scalar)) {
      problems.error(value, "expected a value for \"" + name.text() + "\", found " + value.kind());
      return Optional.empty();
    }
    if (scalar.isNull()) {
      problems.error(
          name,
          "\"" + name.text() + "\" has no value",
          Optional.of("write true to switch a flag on, or \"\" for an empty text"));
      return Optional.empty();
    }
    return Optional.of(
        new ServerFlag(name.text(), form(scalar), values(scalar), Optional.of(name)));
  }

  private static Form form(YamlScalar value) {
    if (value.style() != YamlScalar.Style.PLAIN) {
      return Form.VALUES;
    }
    return switch (value.text()) {
      case "true" -> Form.ON;
      case "false" -> Form.OFF;
      default -> Form.VALUES;
    };
  }

  private static List<String> values(YamlScalar value) {
    return form(value) == Form.VALUES ? List.of(value.text()) : List.of();
  }
}
