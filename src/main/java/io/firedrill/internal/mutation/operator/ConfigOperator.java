package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/** A kind of mistake in a configuration of Alertmanager or Prometheus. */
public non-sealed interface ConfigOperator extends Operator {

  /** The possible mistakes in a configuration. */
  List<Mutation> mutations(YamlMapping root);
}
