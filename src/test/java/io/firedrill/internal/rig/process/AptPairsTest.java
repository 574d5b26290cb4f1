package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from the archive of this machine's apt. */
class AptPairsTest {

  @TempDir private Path cache;

  @Test
  void fetchesAPairThatStarts() {
    ServerBinaries binaries =
        ServerBinaries.of(
            Map.of("PATH", "", "XDG_CACHE_HOME", cache.toString()), System.err::println);

    ServerPair pair;
    try {
      pair = binaries.locate(ServerRequest.any());
    } catch (ServersNotFoundException e) {
      Assumptions.abort("nothing to fetch from: " + e.getMessage());
      return;
    }

    assertThat(pair.prometheus().origin()).startsWith("packages of ");
    assertThat(Executables.version(pair.prometheus().executable()))
        .isEqualTo(pair.prometheus().version());
    assertThat(Executables.version(pair.alertmanager().executable()))
        .isEqualTo(pair.alertmanager().version());
    assertThat(pair.promtool()).get().matches(Files::isExecutable);
    assertThat(binaries.locate(ServerRequest.any())).isEqualTo(pair);
  }
}
