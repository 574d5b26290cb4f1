package io.firedrill.junit;

import io.firedrill.internal.rig.RigException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Limits the number of tests that have servers at the same time; others wait for their turn. */
final class Turnstile {

  private final Semaphore places;
  private final Set<Thread> inside = ConcurrentHashMap.newKeySet();

  Turnstile(int places) {
    this.places = new Semaphore(places, true);
  }

  /** A test's turn, until it is closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for a turn. A thread that already has one gets another immediately, even above the limit:
   * otherwise it would wait for itself, or for a suspended test on the same thread, because JUnit's
   * workers may run another test meanwhile.
   */
  Turn enter() {
    Thread thread = Thread.currentThread();
    if (!inside.add(thread)) {
      return () -> {};
    }
    try {
      places.acquire();
    } catch (InterruptedException e) {
      inside.remove(thread);
      thread.interrupt();
      throw new RigException("interrupted while waiting for servers that other tests used", e);
    }
    return () -> {
      if (inside.remove(thread)) {
        places.release();
      }
    };
  }
}
