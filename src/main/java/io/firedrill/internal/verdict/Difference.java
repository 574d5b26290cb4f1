package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Notification;
import java.util.List;
import java.util.function.Function;

/**
 * A difference between observation and expectation, for scenario files and Java.
 *
 * @param kind what kind of difference it is
 * @param summary the difference in one line
 * @param full the difference in full: the summary, expected beside the nearest actual, the timeline
 *     around it in virtual time, and what an explanation has to answer
 */
public record Difference(FailureKind kind, String summary, OpenText full) {

  /** All that is known, without a line end after the last line. */
  public String text() {
    return full.text();
  }

  /** What an explanation has to answer. */
  public List<Question> questions() {
    return full.questions();
  }

  /** The notifications of which an explanation has to say why they came. */
  public List<Notification> unexpected() {
    return full.cameQuestions();
  }

  /** Why it is so, where that is known: lines that are part of the text, too. */
  public List<String> explanation() {
    return full.answers();
  }

  /** The same with an answer to each question: lines, or none if there is nothing to explain. */
  public Difference explained(Function<Question, List<String>> answers) {
    return new Difference(kind, summary, full.answered(answers));
  }

  /** What an explanation has to answer about rules. */
  public List<RuleQuestion> ruleQuestions() {
    return full.ruleQuestions();
  }

  /** What the parts of the rules returned that the explanation is about. */
  public List<RuleTrace> traces() {
    return full.traces();
  }

  /** The same with an answer to each question about a rule. */
  public Difference ruleExplained(Function<RuleQuestion, RuleAnswer> answers) {
    return new Difference(kind, summary, full.ruleAnswered(answers));
  }

  /** The same with the reasons why notifications came: lines, or none if they are not known. */
  public Difference explainedWhyCame(Function<Notification, List<String>> answers) {
    return new Difference(kind, summary, full.cameAnswered(answers));
  }

  /** The failure of an expectation that stands at this position. */
  Failure at(Position position) {
    return new Failure(kind, position, summary, full.after(position + ": "));
  }
}
