package io.firedrill.internal.promql;

import java.util.List;

/**
 * A function's signature.
 *
 * @param parameters the types of its parameters
 * @param variadic how many arguments there may be for the last parameter: 0 = exactly one, -1 = any
 *     number, otherwise none up to this many
 */
public record Function(String name, List<ValueType> parameters, int variadic, ValueType returns) {

  public Function {
    parameters = List.copyOf(parameters);
  }

  /** The type of the argument with this index. */
  ValueType parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  int fewestArguments() {
    return variadic == 0 ? parameters.size() : parameters.size() - 1;
  }

  int mostArguments() {
    return variadic < 0 ? Integer.MAX_VALUE : fewestArguments() + variadic;
  }
}
