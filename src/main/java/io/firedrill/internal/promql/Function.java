package io.firedrill.internal.promql;

import java.util.List;

/**
 * A function's signature.
 *
 * @param parameters the types of its parameters
 * @param variadic how often the last parameter may be given: 0 = exactly once, -1 = any number of
 *     times, otherwise up to this many times
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
