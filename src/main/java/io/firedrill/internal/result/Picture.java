package io.firedrill.internal.result;

import io.firedrill.internal.scenario.InputSeries;
import io.firedrill.internal.verdict.ScenarioResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The data for charts of a test that its result does not contain. Lines are thinned out, but keep
 * their extremes.
 *
 * @param input the fed series, in the order of the file
 * @param undrawn the number of fed series that are left out: native histograms, and series beyond
 *     the maximum
 * @param rules the alerting rules that the test is about
 */
public record Picture(List<PictureLine> input, int undrawn, List<PictureRule> rules) {

  private static final int INPUT = 300;

  public Picture {
    input = List.copyOf(input);
    rules = List.copyOf(rules);
  }

  /** The picture of a test. */
  public static Picture of(ScenarioResult result) {
    List<PictureLine> input = new ArrayList<>();
    int undrawn = 0;
    for (InputSeries series : result.scenario().inputSeries()) {
      Curve curve =
          Curve.of(
              series.samples(result.scenario().start(), result.scenario().interval()),
              result.scenario().start(),
              result.scenario().runLength());
      if (curve.isDrawable() && input.size() < INPUT) {
        input.add(curve.line(series.labels()));
      } else {
        undrawn++;
      }
    }
    return new Picture(
        input,
        undrawn,
        result.rules().stream()
            .map(
                rule ->
                    PictureRule.of(rule, result.scenario().start(), result.scenario().runLength()))
            .toList());
  }
}
