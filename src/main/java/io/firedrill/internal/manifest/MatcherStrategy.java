package io.firedrill.internal.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which alerts an AlertmanagerConfig applies to, as in an Alertmanager manifest. */
public enum MatcherStrategy {
  /** Those with its namespace; the default. */
  ON_NAMESPACE("OnNamespace"),
  /** The same, but all if it is in the namespace of Alertmanager. */
  ON_NAMESPACE_EXCEPT_FOR_ALERTMANAGER_NAMESPACE("OnNamespaceExceptForAlertmanagerNamespace"),
  /** All. */
  NONE("None");

  private final String text;

  MatcherStrategy(String text) {
    this.text = text;
  }

  /** The names in manifests. */
  public static List<String> names() {
    return Arrays.stream(values()).map(MatcherStrategy::toString).toList();
  }

  /** The strategy with this name in manifests. */
  public static Optional<MatcherStrategy> of(String text) {
    return Arrays.stream(values()).filter(s -> s.text.equals(text)).findFirst();
  }

  /** Whether an AlertmanagerConfig applies only to alerts of its own namespace. */
  boolean limits(String namespace, String alertmanagerNamespace) {
    return switch (this) {
      case ON_NAMESPACE -> true;
      case ON_NAMESPACE_EXCEPT_FOR_ALERTMANAGER_NAMESPACE ->
          !namespace.equals(alertmanagerNamespace);
      case NONE -> false;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
