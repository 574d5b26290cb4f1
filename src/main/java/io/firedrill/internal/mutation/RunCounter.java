package io.firedrill.internal.mutation;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts runs. Thread-safe. */
final class RunCounter {

  final AtomicInteger withCopies = new AtomicInteger();
  final AtomicInteger alertmanager = new AtomicInteger();
  final AtomicInteger alone = new AtomicInteger();
}
