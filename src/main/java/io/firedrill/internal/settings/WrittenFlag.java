package io.firedrill.internal.settings;

import io.firedrill.internal.settings.ServerFlag.Form;
import java.util.List;
import java.util.Optional;

/** Flags that are written as text: {@code name=value}. */
public final class WrittenFlag {

  private WrittenFlag() {}

  /**
   * Reads flags such as {@code query.lookback-delta=1h}; a name alone switches a flag on.
   *
   * @throws IllegalArgumentException with the reason, if Firedrill refuses one
   */
  public static FlagSet parse(FlaggedServer server, List<String> texts) {
    FlagSet flags = FlagSet.NONE;
    for (String text : texts) {
      int sign = text.indexOf('=');
      ServerFlag flag =
          sign < 0
              ? of(server, text, List.of("true"))
              : of(server, text.substring(0, sign), List.of(text.substring(sign + 1)));
      flags = flags.with(flag);
    }
    return flags;
  }

  /**
   * A flag with values; {@code true} and {@code false} alone switch it on and off.
   *
   * @throws IllegalArgumentException with the reason, if Firedrill refuses it
   */
  static ServerFlag of(FlaggedServer server, String name, List<String> values) {
    ServerFlag flag = flag(name, values);
    FlagPolicy.refusal(server, flag)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(refusal.text());
            });
    return flag;
  }

  private static ServerFlag flag(String name, List<String> values) {
    if (values.equals(List.of("true"))) {
      return new ServerFlag(name, Form.ON, List.of(), Optional.empty());
    }
    if (values.equals(List.of("false"))) {
      return new ServerFlag(name, Form.OFF, List.of(), Optional.empty());
    }
    return new ServerFlag(name, Form.VALUES, values, Optional.empty());
  }
}
