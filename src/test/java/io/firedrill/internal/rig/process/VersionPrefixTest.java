package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionPrefixTest {

  @ParameterizedTest
  @CsvSource({
    "2.42, 2.42.0+ds, true",
    "2.42, 2.42.0+ds-5+deb12u1, true",
    "v3.5.3, 3.5.3, true",
    "2.4, 2.42.0, false",
    "2.42.0, 2.42, false",
    "2, unknown, false",
    "'', unknown, true",
  })
  void fitsVersionsThatBeginSo(String wanted, String version, boolean fits) {
    assertThat(VersionPrefix.parse(wanted).matches(version)).isEqualTo(fits);
  }

  @Test
  void ordersByNumber() {
    assertThat(Stream.of("2.53.3+ds1", "3.5.3", "2.6", "2.53").sorted(VersionPrefix.ORDER))
        .containsExactly("2.6", "2.53", "2.53.3+ds1", "3.5.3");
  }

  @Test
  void refusesInvalidVersions() {
    assertThatThrownBy(() -> VersionPrefix.parse("latest"))
        .isInstanceOf(ServersNotFoundException.class)
        .hasMessage("neither a version nor a path of a server: latest");
  }
}
