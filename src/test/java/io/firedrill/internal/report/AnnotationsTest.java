package io.firedrill.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.SuiteResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

  private static final SuiteResult FAILED =
      new SuiteResult("", List.of(new FileResult("a.yml", List.of(ReportExample.declining()))));

  @Test
  void areAtTheExpectationAndAtTheRule() {
    assertThat(Annotations.GITHUB.of(FAILED))
        .containsExactly(
            "::error file=test-scenarios/sharpe.yml,line=17,col=5,"
                + "title=a strategy that loses its edge is taken off the desk::"
                + beforeTimeline(ReportExample.declining().failures().get(0).text())
                    .replace("\n", "%0A"),
            "::error file=rules/ml.yml,line=12,col=5,"
                + "title=a strategy that loses its edge is taken off the desk::"
                + "SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive,"
                + " found firing");
  }

  @Test
  void areInTheFormatOfEditors() {
    assertThat(Annotations.GNU.of(FAILED))
        .containsExactly(
            "test-scenarios/sharpe.yml:17:5: error: a strategy that loses its edge is taken off the"
                + " desk: SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive,"
                + " found firing",
            "rules/ml.yml:12:5: error: a strategy that loses its edge is taken off the desk:"
                + " SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive, found"
                + " firing");
  }

  @Test
  void areOneLineEachForAnyText() {
    SuiteResult hostile = ReportExample.failing("50 %, a:b\r\n::error::x", "100 %\n::warning::y\r");

    assertThat(Annotations.GITHUB.of(hostile))
        .containsExactly(
            "::error file=odd.yml,line=1,col=1,title=50 %25%2C a%3Ab%0D%0A%3A%3Aerror%3A%3Ax::"
                + "100 %25%0A::warning::y%0D");
    assertThat(Annotations.GNU.of(hostile))
        .containsExactly("odd.yml:1:1: error: 50 %, a:b ::error::x: 100 % ::warning::y");
  }

  @Test
  void showWhereARunWasAborted() {
    assertThat(Annotations.GNU.of(ReportExample.suite()))
        .contains(
            "rules/bad.yml:4:11: error: a file that Prometheus does not take: Prometheus says:"
                + " parse error: unexpected end of input");
  }

  private static String beforeTimeline(String text) {
    return text.substring(0, text.indexOf("\n  timeline"));
  }
}
