package io.firedrill.junit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Checks coverage after the last test of a JVM. JUnit discovers this listener. An exception from a
 * session listener fails the session and the build; exceptions from other listeners are only
 * logged.
 */
public final class CoverageAtTheEnd implements LauncherSessionListener {

  /** For JUnit. */
  public CoverageAtTheEnd() {}

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    JvmCoverage.finish();
  }
}
