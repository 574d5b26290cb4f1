package io.firedrill.internal.mutation;

import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.InputFiles;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestInput;
import java.nio.file.Path;
import java.util.List;

/** Runs of mutants, for tests. */
final class MutantRuns {

  private static final MutationRun.Progress SILENT =
      new MutationRun.Progress() {
        @Override
        public void started(String what) {
          // Nobody watches.
        }

        @Override
        public void finished(String what) {
          // Nobody watches.
        }
      };

  private MutantRuns() {}

  static List<Selection.Test> tests(Path... files) {
    TestInput input =
        InputFiles.read(
            List.of(files), SnapshotMode.COMPARE, UnknownFields.REFUSED, Selection.ALL, Trust.FULL);
    return Selection.ALL.of(input.files());
  }

  static MutationRun.Result run(
      RigFactory rigs,
      MutationRun.Way way,
      List<Selection.Test> tests,
      List<Mutant> mutants,
      Path logs) {
    ScenarioRunner runner =
        new ScenarioRunner(rigs, RunSettings.withLogsIn(logs).with(RunSettings.Detail.FAILURES));
    return new MutationRun(runner, 2, way, SILENT).run(tests, mutants);
  }
}
