package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.live.ActionDrill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors in actions that only the other files or the servers reveal. */
class RefusedActionTest {

  @TempDir Path directory;

  @Test
  void receiversMustExistInTheConfiguration() {
    assertRefused(
        "{at: 1m, fail_receiver: {receiver: data-oncal, hang: true}}",
        """
        test.yml:5:40: error: there is no receiver "data-oncal" in Alertmanager's configuration
            5 |   - {at: 1m, fail_receiver: {receiver: data-oncal, hang: true}}
              |                                        ^^^^^^^^^^
          hint: did you mean "data-oncall"?""");
  }

  @Test
  void integrationsMustBelongToTheReceiver() {
    assertRefused(
        "{at: 1m, fail_receiver: {receiver: data-oncall, integration: slack, status: 503}}",
        """
        test.yml:5:40: error: receiver "data-oncall" has no slack; it has: webhook
            5 |   - {at: 1m, fail_receiver: {receiver: data-oncall, integration: slack, status: 503}}
              |                                        ^^^^^^^^^^^\
        """);
  }

  @Test
  void regularExpressionsAreCheckedByAlertmanager() {
    assertRefused(
        "{at: 1m, silence: {matchers: ['a=~\"(\"'], duration: 1h}}",
        """
        test.yml:5:35: error: Alertmanager says: invalid silence: invalid label matcher 0 in set 0:\
         invalid regular expression "(": error parsing regexp: missing closing ): `(`
            5 |   - {at: 1m, silence: {matchers: ['a=~"("'], duration: 1h}}
              |                                   ^^^^^^^^""");
  }

  @Test
  void filesForLaterAreReadBeforeTheRun() throws IOException {
    Files.writeString(directory.resolve("later.yml"), "groups: [{nam: a}]");

    assertThatThrownBy(() -> run("{at: 1m, load: {rule_files: [later.yml]}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("later.yml:1:11: error: ");
  }

  private void assertRefused(String action, String message) {
    assertThatThrownBy(() -> run(action))
        .isInstanceOf(InputException.class)
        .extracting(e -> e.getMessage().replace(directory + "/", ""))
        .isEqualTo(message);
  }

  private void run(String action) throws IOException {
    Path file = directory.resolve("test.yml");
    Path here = Path.of("").toAbsolutePath();
    Files.writeString(
        file,
        """
        rule_files: [%s]
        alertmanager_config: %s
        tests:
        - actions:
          - %s
        """
            .formatted(here.resolve(ActionDrill.RULES), here.resolve(ActionDrill.ROUTES), action));
    TestRuns.run(TestPairs.newest(), file, directory);
  }
}
