package io.firedrill.internal.rig.choice;

import io.firedrill.internal.rig.Forking;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The user's choice of servers and backend. {@link #orElse} combines choices from several places:
 * {@code annotation.orElse(parameters).orElse(properties).orElse(environment)}.
 *
 * @param backend the backend; empty if it is not chosen
 * @param prometheus the chosen Prometheus: a version such as {@code 2.53.3}, an image such as
 *     {@code prom/prometheus:v2.53.3}, or the path of an executable; the empty string if it is not
 *     chosen
 * @param alertmanager the chosen Alertmanager, likewise
 * @param forking whether rigs are forked; empty if it is not chosen
 */
public record ServerChoice(
    Optional<Backend> backend, String prometheus, String alertmanager, Optional<Forking> forking) {

  /** The names of system properties and JUnit configuration parameters. */
  private static final String BACKEND = "firedrill.backend";

  private static final String PROMETHEUS = "firedrill.prometheus";
  private static final String ALERTMANAGER = "firedrill.alertmanager";
  private static final String FORK = "firedrill.fork";

  /** The same, without a choice whether rigs are forked. */
  public ServerChoice(Optional<Backend> backend, String prometheus, String alertmanager) {
    this(backend, prometheus, alertmanager, Optional.empty());
  }

  /** No choice. */
  public static ServerChoice open() {
    return new ServerChoice(Optional.empty(), "", "");
  }

  /**
   * The choice by the settings {@code firedrill.backend}, {@code firedrill.prometheus}, {@code
   * firedrill.alertmanager} and {@code firedrill.fork}.
   *
   * @param lookUp returns the value of a setting
   * @throws io.firedrill.internal.rig.RigException if there is no such backend, or no such value
   */
  public static ServerChoice of(Function<String, Optional<String>> lookUp) {
    return new ServerChoice(
        lookUp.apply(BACKEND).filter(b -> !b.isEmpty()).map(b -> Backend.named(b, BACKEND)),
        lookUp.apply(PROMETHEUS).orElse(""),
        lookUp.apply(ALERTMANAGER).orElse(""),
        lookUp.apply(FORK).filter(f -> !f.isEmpty()).map(f -> Forking.named(f, FORK)));
  }

  /** The choice by this JVM's system properties; throws the same as {@link #of}. */
  public static ServerChoice ofSystemProperties() {
    return of(name -> Optional.ofNullable(System.getProperty(name)));
  }

  /**
   * The choice by the variables {@code FIREDRILL_BACKEND}, {@code FIREDRILL_PROMETHEUS}, {@code
   * FIREDRILL_ALERTMANAGER} and {@code FIREDRILL_FORK}; throws the same as {@link #of}.
   */
  public static ServerChoice ofEnvironment(Map<String, String> environment) {
    String backend = environment.getOrDefault("FIREDRILL_BACKEND", "");
    String fork = environment.getOrDefault("FIREDRILL_FORK", "");
    return new ServerChoice(
        backend.isEmpty()
            ? Optional.empty()
            : Optional.of(Backend.named(backend, "FIREDRILL_BACKEND")),
        environment.getOrDefault("FIREDRILL_PROMETHEUS", ""),
        environment.getOrDefault("FIREDRILL_ALERTMANAGER", ""),
        fork.isEmpty() ? Optional.empty() : Optional.of(Forking.named(fork, "FIREDRILL_FORK")));
  }

  /** This choice, with the other's values for everything that it does not choose. */
  public ServerChoice orElse(ServerChoice other) {
    return new ServerChoice(
        backend.or(other::backend),
        prometheus.isEmpty() ? other.prometheus : prometheus,
        alertmanager.isEmpty() ? other.alertmanager : alertmanager,
        forking.or(other::forking));
  }
}
