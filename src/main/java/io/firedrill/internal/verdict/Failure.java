package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Notification;
import java.util.List;
import java.util.function.Function;

/**
 * One failed expectation, and others that failed in the same way.
 *
 * @param kind what kind of failure it is
 * @param position the position of the expectation in the scenario file
 * @param summary the failure in one line, without the position
 * @param full the failure in full: position and summary, expected beside the nearest actual, the
 *     timeline around it in virtual time, and what an explanation has to answer
 * @param alike the failures of other expectations that are the same but for their time
 */
public record Failure(
    FailureKind kind, Position position, String summary, OpenText full, List<Failure> alike) {

  public Failure {
    alike = List.copyOf(alike);
  }

  /** A failure like no other. */
  public Failure(FailureKind kind, Position position, String summary, OpenText full) {
    this(kind, position, summary, full, List.of());
  }

  /** Which needs no explanation. */
  public Failure(FailureKind kind, Position position, String summary, String text) {
    this(kind, position, summary, OpenText.of(text));
  }

  /** All that is known, several lines without a line end after the last. */
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

  /** Why it was not met, where that is known: lines that are part of the text, too. */
  public List<String> explanation() {
    return full.answers();
  }

  /** The same with an answer to each question: lines, or none if there is nothing to explain. */
  public Failure explained(Function<Question, List<String>> answers) {
    return new Failure(kind, position, summary, full.answered(answers), alike);
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
  public Failure ruleExplained(Function<RuleQuestion, RuleAnswer> answers) {
    return new Failure(kind, position, summary, full.ruleAnswered(answers), alike);
  }

  /** The same with the reasons why notifications came: lines, or none if they are not known. */
  public Failure explainedWhyCame(Function<Notification, List<String>> answers) {
    return new Failure(kind, position, summary, full.cameAnswered(answers), alike);
  }
}
