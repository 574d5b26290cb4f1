package io.firedrill.internal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.FileTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MutationHtmlTest {

  @Test
  void showsNoSecretOfAConfiguration() {
    Path file = Path.of("routes.yml");
    String text =
        """
        global:
          smtp_auth_password: swordfish
        route: {receiver: a}
        receivers:
        - name: a
          slack_configs: [{api_url: 'https://hooks.example.com/swordfish', title: '{{ .Status }}'}]
        """;
    MutantResult mutant =
        new MutantResult(
            "routes.yml",
            6,
            70,
            "receiver/template",
            "receiver a, slack",
            "{{ .Status }} is dropped from title",
            MutantResult.Status.NOTICED,
            Optional.empty(),
            Optional.of(new MutantResult.TestName("test.yml", 3, "<a> & \"b\"")),
            List.of());

    String page =
        MutationHtml.of(
            new MutationReport("SERVERS", List.of(mutant), List.of(), new RunCount(1, 1, 1, 0, 1)),
            FileTexts.with(file, text));

    assertThat(page)
        .contains("<pre>route: {receiver: a}</pre>", "<span>6</span>")
        .contains("noticed by test.yml:3  &lt;a&gt; &amp; &quot;b&quot;")
        .doesNotContain("swordfish");
  }
}
