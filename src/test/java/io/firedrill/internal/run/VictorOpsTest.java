package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class VictorOpsTest {

  @TempDir private Path directory;

  @ReceiverTest
  void aKeyInTheGlobalSection(String prometheus) {
    Message message =
        ReceiverDrill.message(
            prometheus,
            directory,
            """
            victorops_configs: [{routing_key: data}]
            global: {victorops_api_key: SECRET, victorops_api_url: "https://example.org/x"}
            """);

    assertThat(message.fields()).containsEntry("routing_key", "data");
  }
}
