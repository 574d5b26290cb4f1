package io.firedrill.internal.rig.choice;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which servers are wanted, and where. What one place says and another leaves open is put together
 * by {@link #orElse}: {@code annotation.orElse(parameters).orElse(properties).orElse(environment)}.
 *
 * @param backend where they shall run; empty where that is left open
 * @param prometheus the wanted Prometheus: a version such as {@code 2.53.3}, an image such as
 *     {@code prom/prometheus:v2.53.3}, or the path of an executable; the empty string where it is
 *     left open
 * @param alertmanager the wanted Alertmanager, likewise
 */
public record ServerChoice(Optional<Backend> backend, String prometheus, String alertmanager) {

  /** The settings' names: system properties, and JUnit configuration parameters. */
  private static final String BACKEND = "firedrill.backend";

  private static final String PROMETHEUS = "firedrill.prometheus";
  private static final String ALERTMANAGER = "firedrill.alertmanager";

  /** Whatever there is. */
  public static ServerChoice open() {
    return new ServerChoice(Optional.empty(), "", "");
  }

  /**
   * What settings by the names {@code firedrill.backend}, {@code firedrill.prometheus} and {@code
   * firedrill.alertmanager} say.
   *
   * @param lookUp gives the value of a name
   * @throws io.firedrill.internal.rig.RigException where there is no such backend
   */
  public static ServerChoice of(Function<String, Optional<String>> lookUp) {
    return new ServerChoice(
        lookUp.apply(BACKEND).filter(b -> !b.isEmpty()).map(b -> Backend.named(b, BACKEND)),
        lookUp.apply(PROMETHEUS).orElse(""),
        lookUp.apply(ALERTMANAGER).orElse(""));
  }

  /** What this JVM's system properties say; throws what {@link #of} throws. */
  public static ServerChoice ofSystemProperties() {
    return of(name -> Optional.ofNullable(System.getProperty(name)));
  }

  /**
   * What the variables {@code FIREDRILL_BACKEND}, {@code FIREDRILL_PROMETHEUS} and {@code
   * FIREDRILL_ALERTMANAGER} say; throws what {@link #of} throws.
   */
  public static ServerChoice ofEnvironment(Map<String, String> environment) {
    String backend = environment.getOrDefault("FIREDRILL_BACKEND", "");
    return new ServerChoice(
        backend.isEmpty()
            ? Optional.empty()
            : Optional.of(Backend.named(backend, "FIREDRILL_BACKEND")),
        environment.getOrDefault("FIREDRILL_PROMETHEUS", ""),
        environment.getOrDefault("FIREDRILL_ALERTMANAGER", ""));
  }

  /** This choice, and the other's where this one leaves something open. */
  public ServerChoice orElse(ServerChoice other) {
    return new ServerChoice(
        backend.or(other::backend),
        prometheus.isEmpty() ? other.prometheus : prometheus,
        alertmanager.isEmpty() ? other.alertmanager : alertmanager);
  }
}
