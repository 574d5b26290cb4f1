package io.firedrill.internal.scenario;

import java.nio.file.Path;

/** The places of the rules and routes that a scenario file names. */
public interface FilePlaces {

  /** The paths in the scenario file; all files must exist. */
  FilePlaces AS_WRITTEN =
      new FilePlaces() {
        @Override
        public Path place(Path written) {
          return written;
        }

        @Override
        public boolean mayLack(Path place) {
          return false;
        }
      };

  /** The place of a file or pattern, which is given relative to the working directory. */
  Path place(Path written);

  /** Called if there is no file at a place; returns whether that is allowed. */
  boolean mayLack(Path place);
}
