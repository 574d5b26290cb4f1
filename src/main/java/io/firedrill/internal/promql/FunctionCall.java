package io.firedrill.internal.promql;

import java.util.List;

/**
 * A call of a function: {@code rate(x[5m])}.
 *
 * @param function the function
 * @param arguments the arguments
 */
public record FunctionCall(Function function, List<Expr> arguments, Span span) implements Expr {

  public FunctionCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public ValueType type() {
    return function.returns();
  }

  @Override
  public List<Expr> children() {
    return arguments;
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
