package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash64Test {

  // Widely published digests of XXH64 with seed 0: short tails, and one longer than a stripe.
  @ParameterizedTest
  @CsvSource({
    "'', ef46db3751d8e999",
    "a, d24ec4f1a98c6e5b",
    "abc, 44bc2cf5ad770999",
    "Nobody inspects the spammish repetition, fbcea83c8a378bf1",
  })
  void hashesAsPublished(String input, String digest) {
    long hash = XxHash64.hash(input.getBytes(StandardCharsets.US_ASCII));

    assertThat(Long.toHexString(hash)).isEqualTo(digest);
  }
}
