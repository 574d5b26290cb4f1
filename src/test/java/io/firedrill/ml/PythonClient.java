package io.firedrill.ml;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The Python with Prometheus's client: Debian's, with the package for it. */
final class PythonClient {

  static final String PYTHON = "/usr/bin/python3";

  private PythonClient() {}

  /** Skips the test with the reason if it is missing; on CI, the test fails. */
  static void require() throws InterruptedException {
    if (!isThere()) {
      String reason = "no " + PYTHON + " with prometheus_client (python3-prometheus-client)";
      if (System.getenv("FIREDRILL_REQUIRE_CONTAINERS") != null) {
        throw new AssertionError(reason);
      }
      System.out.println("tests with a Python exporter are skipped: " + reason);
      Assumptions.abort(reason);
    }
  }

  private static boolean isThere() throws InterruptedException {
    try {
      Process process = new ProcessBuilder(PYTHON, "-c", "import prometheus_client").start();
      return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
