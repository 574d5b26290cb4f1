package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceOptionsTest {

  private static final AptSource.Target TARGET =
      new AptSource.Target("http://mirror.example/debian/", "trixie", "main", "");

  @Test
  void keepsTheKeyOfTheStanzaThatNamesTheSuite() {
    List<String> lines =
        """
        Types: deb
        URIs: http://mirror.example/debian
        Suites: trixie-security
        Signed-By: /other.gpg

        # the archive
        Types: deb
        URIs: http://mirror.example/debian
        Suites: trixie trixie-updates
        Components: main
        Signed-By:
         -----BEGIN-----
         .
         -----END-----
        Trusted: yes
        """
            .lines()
            .toList();

    assertThat(SourceOptions.stanza(lines, TARGET))
        .containsExactly("Signed-By:\n -----BEGIN-----\n .\n -----END-----", "Trusted: yes");
  }

  @Test
  void keepsTheKeyOfALine() {
    List<String> lines =
        List.of(
            "# deb http://mirror.example/debian trixie main",
            "deb [ arch=amd64 signed-by=/a.gpg,/b.gpg ] http://mirror.example/debian trixie main");

    assertThat(SourceOptions.oneLine(lines, TARGET)).containsExactly("Signed-By: /a.gpg /b.gpg");
  }

  @Test
  void keepsNothingWithoutOptions() {
    assertThat(SourceOptions.stanza(List.of(), TARGET)).isEmpty();
    assertThat(
            SourceOptions.oneLine(List.of("deb http://mirror.example/debian trixie main"), TARGET))
        .isEmpty();
  }
}
