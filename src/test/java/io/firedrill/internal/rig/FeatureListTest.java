package io.firedrill.internal.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureListTest {

  @Test
  void joinsFeaturesInOneFlag() {
    assertThat(
            FeatureList.with(
                List.of("prometheus", "--enable-feature=a", "--x=1"),
                List.of("--enable-feature=b, a", "--y", "--enable-feature=c")))
        .containsExactly("prometheus", "--x=1", "--y", "--enable-feature=a,b,c");
    assertThat(FeatureList.with(List.of("alertmanager"), List.of("--enable-feature=")))
        .containsExactly("alertmanager");
  }
}
