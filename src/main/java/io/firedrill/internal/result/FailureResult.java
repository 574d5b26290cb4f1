package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.FailureKind;
import java.util.List;

/**
 * An expectation that was not met.
 *
 * @param kind the kind of failure
 * @param file the scenario file
 * @param line the expectation's line, from 1
 * @param column its column, from 1
 * @param summary the failure in one line
 * @param text the failure in full
 * @param explanation why it was not met, if that is known
 * @param rules what the rules that the explanation is about returned; none in records of earlier
 *     versions
 * @param also other expectations that failed in the same way at another time; none in records of
 *     earlier versions
 */
public record FailureResult(
    FailureKind kind,
    String file,
    int line,
    int column,
    String summary,
    String text,
    List<String> explanation,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<RuleTraceResult> rules,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<AlsoFailed> also) {

  /**
   * Where another expectation stands that failed in the same way.
   *
   * @param summary its failure in one line
   */
  public record AlsoFailed(String file, int line, int column, String summary) {

    static AlsoFailed of(Failure failure) {
      Position position = failure.position();
      return new AlsoFailed(
          position.file().toString(), position.line(), position.column(), failure.summary());
    }
  }

  public FailureResult {
    explanation = List.copyOf(explanation);
    rules = List.copyOf(rules);
    also = List.copyOf(also);
  }

  static FailureResult of(Failure failure, Offsets offsets) {
    Position position = failure.position();
    return new FailureResult(
        failure.kind(),
        position.file().toString(),
        position.line(),
        position.column(),
        failure.summary(),
        failure.text(),
        failure.explanation(),
        failure.traces().stream().map(trace -> RuleTraceResult.of(trace, offsets)).toList(),
        failure.alike().stream().map(AlsoFailed::of).toList());
  }
}
