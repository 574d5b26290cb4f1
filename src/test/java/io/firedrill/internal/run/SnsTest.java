package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SnsTest {

  @TempDir private Path directory;

  @ReceiverTest
  void credentialsFromElsewhereAndATextMessageThatIsCut(String prometheus) {
    Message message =
        ReceiverDrill.message(
            prometheus,
            directory,
            "sns_configs: [{phone_number: '+49', message: '" + "x".repeat(1601) + "'}]");

    assertThat(message.text()).isEqualTo("x".repeat(1600));
    assertThat(message.fields())
        .containsEntry("PhoneNumber", "+49")
        .containsEntry("attributes.truncated", "true");
  }
}
