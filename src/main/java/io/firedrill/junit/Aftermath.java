package io.firedrill.junit;

import io.firedrill.internal.live.RigDrill;
import io.firedrill.junit.TestDrill.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.TestAbortedException;

/** Finishes a drill after its test or its class. */
final class Aftermath {

  /** The key of the report entry that names the servers. */
  private static final String SERVERS = Setting.PREFIX + "servers";

  /** The key of the report entry with the drill's warnings. */
  private static final String WARNINGS = Setting.PREFIX + "warnings";

  private static final System.Logger LOG = System.getLogger("io.firedrill");

  private final TestDrill drill;
  private final ExtensionContext context;

  Aftermath(TestDrill drill, ExtensionContext context) {
    this.drill = drill;
    this.context = context;
  }

  void ofTest() {
    context.getExecutionException().ifPresent(this::keep);
    if (drill.scope() == Scope.TEST) {
      warn();
      requireNoProblems();
    }
    if (context.getExecutionException().isEmpty()) {
      OutputDirectory.forget(OutputDirectory.of(drill.setup().output(), context));
    }
  }

  void ofClass() {
    context.getExecutionException().ifPresent(this::keep);
    warn();
    requireNoProblems();
  }

  /**
   * Reports warnings as a report entry and in the log, because consoles often do not show report
   * entries.
   */
  private void warn() {
    List<String> warnings = drill.drill().warnings();
    if (!warnings.isEmpty()) {
      warnings.forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
      context.publishReportEntry(WARNINGS, String.join("\n", warnings));
    }
  }

  private void requireNoProblems() {
    if (context.getExecutionException().isPresent()) {
      return;
    }
    List<String> problems = drill.drill().problems();
    if (!problems.isEmpty()) {
      AssertionError failure =
          new AssertionError(
              "the drill had problems that no assertion checked:\n  "
                  + String.join("\n  ", problems));
      keep(failure);
      throw failure;
    }
  }

  private void keep(Throwable failure) {
    drill.failed();
    RigDrill failed = drill.drill();
    if (!failed.hasBegun() || failure instanceof TestAbortedException) {
      return;
    }
    Path directory = OutputDirectory.of(drill.setup().output(), context);
    failed.keepLogs(directory);
    failure.addSuppressed(new KeptOutput(directory));
    context.publishReportEntry(
        Map.of(Setting.OUTPUT.key(), directory.toString(), SERVERS, failed.servers()));
    publish(failed).ifPresent(failure::addSuppressed);
  }

  /** Publishes the files in JUnit's own output directory, which some tools do not provide. */
  private Optional<JUnitException> publish(RigDrill failed) {
    try {
      context.publishDirectory("firedrill", failed::keepLogs);
      return Optional.empty();
    } catch (JUnitException e) {
      return Optional.of(e);
    }
  }
}
