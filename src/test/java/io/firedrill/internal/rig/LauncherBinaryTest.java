package io.firedrill.internal.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherBinaryTest {

  /** Machines by number: elf(5), e_machine. */
  @ParameterizedTest
  @CsvSource({"amd64, 62", "x86_64, 62", "arm64, 183", "aarch64, 183"})
  void isForTheMachineThatIsCalledSo(String architecture, int machine) {
    assertThat(LauncherBinary.of(architecture))
        .hasValueSatisfying(
            content -> {
              assertThat(content).startsWith(0x7f, 'E', 'L', 'F');
              assertThat(content[18]).isEqualTo((byte) machine);
            });
  }

  @Test
  void doesNotExistForOtherArchitectures() {
    assertThat(LauncherBinary.of("riscv64")).isEmpty();
  }
}
