package io.firedrill.internal.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs tests, some at a time, and hands out their outcomes in the order of the tests. */
public final class TestQueue {

  private final Progress progress;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Follows the tests, from the threads that run them. */
  public interface Progress {

    /** A test begins. */
    void started(String test);

    /** It has ended, however it went. */
    void finished(String test);

    /** Runs something that may print, by the thread that waits for the tests. */
    void above(Runnable printing);
  }

  /** A queue that says how far it is. */
  public TestQueue(Progress progress) {
    this.progress = progress;
  }

  /**
   * Runs the tests up to the first for which servers do not start: those after it fare no better.
   *
   * @param jobs how many at a time
   * @param inOrder takes each outcome; called by this thread
   * @return the outcomes
   */
  public List<Outcome> run(List<TestTask> tasks, int jobs, Consumer<Outcome> inOrder) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, tasks.size())));
    List<Outcome> outcomes = new ArrayList<>();
    try {
      List<Future<Outcome>> futures =
          tasks.stream().map(task -> pool.submit(() -> run(task))).toList();
      for (Future<Outcome> future : futures) {
        if (!stopped.get()) {
          Outcome outcome = future.get();
          outcomes.add(outcome);
          progress.above(() -> inOrder.accept(outcome));
          stopped.set(outcome.ending() == Outcome.Ending.NO_SERVERS);
        }
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      stopped.set(true);
      end(pool);
    }
  }

  /** Those that run come to their end: nobody takes the servers away from them. */
  private static void end(ExecutorService pool) {
    pool.shutdown();
    try {
      while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        // Each test has a limit of its own.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Outcome run(TestTask task) {
    if (stopped.get()) {
      return null;
    }
    progress.started(task.name());
    try {
      return task.run();
    } finally {
      progress.finished(task.name());
    }
  }
}
