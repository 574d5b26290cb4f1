package io.firedrill.internal.scenario;

import java.nio.file.Path;

/** Where the rules and routes are that a scenario file names. */
public interface FilePlaces {

  /** Where the scenario file says; each of them has to exist. */
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

  /** There is nothing at this place; returns whether that is allowed. */
  boolean mayLack(Path place);
}
