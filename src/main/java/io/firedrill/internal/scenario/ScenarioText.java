package io.firedrill.internal.scenario;

import io.firedrill.internal.scenario.SnapshotExpectation.Use;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;

/** The YAML of a scenario file, which is parsed once. */
public final class ScenarioText {

  private final Path path;
  private final YamlSource source;
  private final Trust trust;

  private ScenarioText(Path path, YamlSource source, Trust trust) {
    this.path = path;
    this.source = source;
    this.trust = trust;
  }

  /**
   * Parses a file.
   *
   * @throws io.firedrill.internal.source.InputException if it cannot be read, is not YAML, or is
   *     not trusted
   */
  public static ScenarioText read(Path path, Trust trust) {
    trust.require(path);
    return new ScenarioText(path, YamlSource.read(path), trust);
  }

  /**
   * The scenario file, whose tests are compared with snapshots or write new ones. An invalid test
   * does not affect others.
   *
   * @throws io.firedrill.internal.source.InputException if an error concerns all tests
   */
  public ScenarioFile file(SnapshotMode snapshots) {
    return file(snapshots, FilePlaces.AS_WRITTEN);
  }

  /**
   * The same with the rules and routes at other places.
   *
   * @throws io.firedrill.internal.source.InputException if an error concerns all tests
   */
  public ScenarioFile file(SnapshotMode snapshots, FilePlaces places) {
    Use use = snapshots == SnapshotMode.UPDATE ? Use.UPDATED : Use.HELD;
    return ScenarioFileReader.read(path, source, use, places, trust);
  }
}
