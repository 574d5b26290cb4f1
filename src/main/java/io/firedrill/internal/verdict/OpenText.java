package io.firedrill.internal.verdict;

import io.firedrill.internal.text.Printable;
import io.firedrill.model.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of several lines, with questions in the places of their answers. What is not answered is
 * not shown.
 *
 * @param passages all of it, in order
 * @param likeness with which failures it may be told together
 */
record OpenText(List<Passage> passages, Optional<Likeness> likeness) {

  OpenText {
    passages = List.copyOf(passages);
  }

  /** The title of explanations. */
  static final String WHY = "why:";

  /** Without questions. */
  static OpenText of(String text) {
    return new OpenText(List.of(new Passage.Written(text)), Optional.empty());
  }

  /** A part of the text. */
  sealed interface Passage {

    /** Lines as they are. */
    record Written(String text) implements Passage {}

    /** The end of a text: what happened around it. */
    record Excerpt(String text) implements Passage {}

    /** What is still to be answered: one question, or the same of several times. */
    record Asked(Questions questions) implements Passage {}

    /** The same about a rule. */
    record RuleAsked(RuleQuestion question) implements Passage {}

    /** The place of the reason why a notification came. */
    record CameAsked(Notification notification) implements Passage {}

    /** The answer, one line each; none if there is nothing to explain. */
    record Answered(List<String> lines, List<RuleTrace> traces) implements Passage {
      public Answered {
        lines = List.copyOf(lines);
        traces = List.copyOf(traces);
      }
    }
  }

  /** What is still to be answered, in order. */
  List<Question> questions() {
    return passages.stream()
        .filter(Passage.Asked.class::isInstance)
        .flatMap(p -> ((Passage.Asked) p).questions().all().stream())
        .toList();
  }

  /** What is still to be answered about rules, in order. */
  List<RuleQuestion> ruleQuestions() {
    return passages.stream()
        .filter(Passage.RuleAsked.class::isInstance)
        .map(p -> ((Passage.RuleAsked) p).question())
        .toList();
  }

  /** The notifications of which it is to be answered why they came, in order. */
  List<Notification> cameQuestions() {
    return passages.stream()
        .filter(Passage.CameAsked.class::isInstance)
        .map(p -> ((Passage.CameAsked) p).notification())
        .toList();
  }

  /** The lines of all answers, in order. */
  List<String> answers() {
    return answered().flatMap(a -> a.lines().stream()).toList();
  }

  /** What rules returned, of all answers. */
  List<RuleTrace> traces() {
    return answered().flatMap(a -> a.traces().stream()).distinct().toList();
  }

  private Stream<Passage.Answered> answered() {
    return passages.stream()
        .filter(Passage.Answered.class::isInstance)
        .map(Passage.Answered.class::cast);
  }

  /** All of it, without a line end after the last line. */
  String text() {
    StringBuilder text = new StringBuilder();
    boolean explains = false;
    for (Passage passage : passages) {
      if (passage instanceof Passage.Written written) {
        text.append(written.text());
        explains = false;
      } else if (passage instanceof Passage.Excerpt excerpt) {
        text.append(excerpt.text());
        explains = false;
      } else if (passage instanceof Passage.Answered answered && !answered.lines().isEmpty()) {
        text.append(explains ? lines(answered.lines()) : section(WHY, answered.lines()));
        explains = true;
      }
    }
    return text.toString();
  }

  OpenText after(String begin) {
    return new OpenText(
        Stream.concat(Stream.of(new Passage.Written(begin)), passages.stream()).toList(), likeness);
  }

  /** The same with one more line, before the excerpt of the timeline. */
  OpenText with(String line) {
    int end = passages.size();
    List<Passage> more = new ArrayList<>(passages);
    boolean excerpt = end > 0 && passages.get(end - 1) instanceof Passage.Excerpt;
    more.add(excerpt ? end - 1 : end, new Passage.Written(line(line)));
    return new OpenText(more, likeness);
  }

  /** The same with an answer to each of the questions. */
  OpenText answered(Function<Question, List<String>> answers) {
    return new OpenText(
        passages.stream()
            .map(
                p ->
                    p instanceof Passage.Asked asked
                        ? new Passage.Answered(asked.questions().answered(answers), List.of())
                        : p)
            .toList(),
        likeness);
  }

  /** The same with an answer to each of the questions about rules. */
  OpenText ruleAnswered(Function<RuleQuestion, RuleAnswer> answers) {
    return new OpenText(
        passages.stream()
            .map(p -> p instanceof Passage.RuleAsked asked ? answered(answers, asked) : p)
            .toList(),
        likeness);
  }

  private static Passage answered(
      Function<RuleQuestion, RuleAnswer> answers, Passage.RuleAsked asked) {
    RuleAnswer answer = answers.apply(asked.question());
    return new Passage.Answered(answer.lines(), answer.traces());
  }

  /** The same with the reasons why notifications came. */
  OpenText cameAnswered(Function<Notification, List<String>> answers) {
    return new OpenText(
        passages.stream()
            .map(
                p ->
                    p instanceof Passage.CameAsked asked
                        ? new Passage.Answered(answers.apply(asked.notification()), List.of())
                        : p)
            .toList(),
        likeness);
  }

  /** Lines below a title, all of them indented. */
  static String section(String title, List<String> lines) {
    return line(title) + lines(lines);
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(l -> "\n    " + Printable.line(l)).collect(Collectors.joining());
  }

  /** An indented line. */
  static String line(String line) {
    return "\n  " + Printable.line(line);
  }
}
