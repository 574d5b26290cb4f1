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

/** Runs tests in parallel and passes on their outcomes in the order of the tests. */
public final class TestQueue {

  private final Progress progress;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Follows the tests; called by the threads that run them. */
  public interface Progress {

    /** A test starts. */
    void started(String test);

    /** A test has ended, with any outcome. */
    void finished(String test);

    /** Runs code that may print, in the thread that waits for the tests. */
    void above(Runnable printing);
  }

  /** Creates a queue that reports its progress. */
  public TestQueue(Progress progress) {
    this.progress = progress;
  }

  /**
   * Runs the tests, but stops if servers do not start for one, because they would not start for
   * later ones either.
   *
   * @param jobs the number of parallel tests
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

  /** Waits until the running tests have ended, so that they do not lose their servers. */
  private static void end(ExecutorService pool) {
    pool.shutdown();
    try {
      while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        // Each test has its own limit.
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
