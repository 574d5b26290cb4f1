package io.firedrill.internal.mutation.operator;

/** A kind of mistake. */
public sealed interface Operator permits RuleOperator, ConfigOperator, TemplateFileText {

  /** Its name in results and exemptions: what it changes, a slash, and how. */
  String name();
}
