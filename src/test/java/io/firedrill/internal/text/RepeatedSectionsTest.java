package io.firedrill.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedSectionsTest {

  private static final String FIRST =
      """
      a at 1m: expected firing
        expected (-):
          - 1m  firing
        why:
          it is pending
        timeline around 1m:
          > 1m  A  inactive -> pending
            2m  A  pending -> firing
            ... 3 later events""";

  @Test
  void areLeftOutWhereTheyRepeat() {
    String second =
        """
        a at 2m: expected firing
          expected (-):
            - 2m  firing
          why:
            it is pending
          timeline around 2m:
              1m  A  inactive -> pending
            > 2m  A  pending -> firing""";

    assertThat(RepeatedSections.leftOut(List.of(FIRST, second)))
        .containsExactly(
            FIRST,
            """
            a at 2m: expected firing
              expected (-):
                - 2m  firing
              why: as above
              timeline around 2m: as above""");
  }

  @Test
  void areKeptWhereOneEventIsNew() {
    String second = FIRST + "\n      2m  webhook data-oncall";

    assertThat(RepeatedSections.leftOut(List.of(FIRST, second)).get(1))
        .contains("timeline around 1m:\n", "why: as above\n");
  }

  @Test
  void whyIsAboveOnlyIfItIsTheLastOne() {
    String other = FIRST.replace("it is pending", "it is silenced");

    assertThat(RepeatedSections.leftOut(List.of(FIRST, other, FIRST)))
        .allSatisfy(text -> assertThat(text).contains("why:\n"));
  }

  @Test
  void othersTextsStayAsTheyAre() {
    String foreign = "\nExpecting actual:\n  5\nto be greater than:\n  7\n";

    assertThat(RepeatedSections.leftOut(List.of(foreign, foreign)))
        .containsExactly(foreign, foreign);
  }
}
