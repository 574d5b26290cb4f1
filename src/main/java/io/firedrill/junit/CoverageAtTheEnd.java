package io.firedrill.junit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Ends a JVM's tests with a judgement about their coverage. JUnit finds it by itself. What it
 * throws ends the session, and with it the build; what other listeners throw is only logged.
 */
public final class CoverageAtTheEnd implements LauncherSessionListener {

  /** For JUnit. */
  public CoverageAtTheEnd() {}

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    JvmCoverage.finish();
  }
}
