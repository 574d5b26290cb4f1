package io.firedrill.internal.clock;

import java.nio.charset.StandardCharsets;

/**
 * How a program ended.
 *
 * @param killed whether a signal killed it
 * @param number the signal's number, or the exit status
 */
public record Exit(boolean killed, int number) {

  @Override
  public String toString() {
    return killed ? "killed by signal " + number : "exit status " + number;
  }

  static ClockException unexpected(Frame died) {
    Exit exit = new Exit(died.word(2).equals("killed"), (int) died.number(3));
    return new ClockException(
        ClockException.Kind.DIED,
        died.word(1) + " ended during the run: " + exit,
        new String(died.payload(), StandardCharsets.UTF_8));
  }
}
