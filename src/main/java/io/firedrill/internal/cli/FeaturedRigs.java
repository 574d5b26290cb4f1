package io.firedrill.internal.cli;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.settings.UnknownFeatures;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Makes rigs whose Prometheus has more features switched on, and warns of those it ignores. */
final class FeaturedRigs implements RigFactory {

  private final RigFactory rigs;
  private final String argument;
  private final List<String> features;
  private final PrintWriter err;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  FeaturedRigs(RigFactory rigs, List<String> features, PrintWriter err) {
    this.rigs = rigs;
    this.features = List.copyOf(features);
    this.argument = "--enable-feature=" + String.join(",", features);
    this.err = err;
  }

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    List<String> arguments =
        Stream.concat(spec.arguments().prometheus().stream(), Stream.of(argument)).toList();
    Rig rig =
        rigs.start(
            spec.withArguments(new RigSpec.Arguments(arguments, spec.arguments().alertmanager())),
            relay);
    UnknownFeatures.in(rig.log(Server.PROMETHEUS)).stream()
        .filter(features::contains)
        .filter(warned::add)
        .forEach(feature -> warn(feature, rig.version(Server.PROMETHEUS)));
    return rig;
  }

  private void warn(String feature, String version) {
    String hint = UnknownFeatures.hint(feature).map(text -> "; " + text).orElse("");
    Terminal.lines(err, "firedrill: warning: " + UnknownFeatures.text(feature, version) + hint);
    err.flush();
  }

  @Override
  public Duration limit(Duration asked) {
    return rigs.limit(asked);
  }

  @Override
  public String description() {
    return rigs.description();
  }

  @Override
  public String starts() {
    return rigs.starts();
  }

  @Override
  public void close() {
    rigs.close();
  }
}
