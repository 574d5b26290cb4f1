package io.firedrill.internal.rig.container;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.rig.RigException;
import java.util.Optional;

/** The engine keeps the launcher from putting its clock into a program that it starts. */
final class PtraceRefused {

  private PtraceRefused() {}

  /** The failure to tell the user, where it is this one. */
  static Optional<RigException> in(ClockException e) {
    return e.getMessage().contains("be traced at its start") || e.getMessage().contains("ptrace")
        ? Optional.of(of(e.getMessage()))
        : Optional.empty();
  }

  private static RigException of(String words) {
    return new RigException(
        """
        the container engine does not let a process trace its own child (ptrace), without which \
        no program gets a virtual clock: %s
        Ways out:
        - use an engine with Docker's own seccomp profile, on Linux 4.8 or newer
        - run the servers without containers: set the backend to local"""
            .formatted(words));
  }
}
