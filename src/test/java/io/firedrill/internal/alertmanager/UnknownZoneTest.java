package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alertmanager reads time zones from the machine that it runs on. */
class UnknownZoneTest {

  @TempDir private Path directory;

  @Test
  void aRealZoneMeansMissingTimeZoneData() throws IOException {
    assertThat(explained("Europe/Berlin"))
        .isEqualTo(
            """
            DIR/routes.yml:1:37: error: Alertmanager says: unknown time zone Europe/Berlin
                1 | time_intervals: [{time_intervals: [{location: 'Europe/Berlin'}]}]
                  |                                     ^^^^^^^^
              hint: there is no time zone data where Alertmanager runs: install tzdata""");
  }

  @Test
  void otherZonesAreErrors() throws IOException {
    assertThat(explained("Europe/Berlim"))
        .isEqualTo(
            """
            DIR/routes.yml:1:37: error: Alertmanager says: unknown time zone Europe/Berlim
                1 | time_intervals: [{time_intervals: [{location: 'Europe/Berlim'}]}]
                  |                                     ^^^^^^^^
              hint: did you mean "Europe/Berlin"?""");
  }

  /** An Alertmanager without time zone data. */
  private String explained(String zone) throws IOException {
    Path file = directory.resolve("routes.yml");
    Files.writeString(file, "time_intervals: [{time_intervals: [{location: '" + zone + "'}]}]\n");
    return catchThrowable(
            () ->
                AlertmanagerConfig.read(file)
                    .check(
                        (text, files) ->
                            text.contains("Europe")
                                ? "failed to reload config: unknown time zone " + zone
                                : "failed to reload config: " + files))
        .getMessage()
        .replace(directory.toString(), "DIR");
  }
}
