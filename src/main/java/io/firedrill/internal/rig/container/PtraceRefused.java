package io.firedrill.internal.rig.container;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.rig.RigException;
import java.util.Optional;

/** The engine does not allow ptrace, which the launcher needs to install its clock in a program. */
final class PtraceRefused {

  private PtraceRefused() {}

  /** The error for the user; empty for other failures. */
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
