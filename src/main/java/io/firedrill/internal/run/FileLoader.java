package io.firedrill.internal.run;

/** Reads the rules and routes that a test loads during its run. */
@FunctionalInterface
public interface FileLoader {

  /**
   * Reads some files.
   *
   * @throws io.firedrill.internal.source.InputException with every problem in any of them
   */
  TestedFiles read(TestedFiles.Named files);
}
