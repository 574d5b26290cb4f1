package io.firedrill.internal.verdict;

import io.firedrill.internal.text.Printable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of several lines, with questions in the places of their answers. What is not answered is
 * not shown.
 *
 * @param passages all of it, in order
 */
record OpenText(List<Passage> passages) {

  OpenText {
    passages = List.copyOf(passages);
  }

  /** Without questions. */
  static OpenText of(String text) {
    return new OpenText(List.of(new Passage.Written(text)));
  }

  /** A part of the text. */
  sealed interface Passage {

    /** Lines as they are. */
    record Written(String text) implements Passage {}

    /** What is still to be answered. */
    record Asked(Question question) implements Passage {}

    /** The answer, one line each; none if there is nothing to explain. */
    record Answered(List<String> lines) implements Passage {
      public Answered {
        lines = List.copyOf(lines);
      }
    }
  }

  /** What is still to be answered, in order. */
  List<Question> questions() {
    return passages.stream()
        .filter(Passage.Asked.class::isInstance)
        .map(p -> ((Passage.Asked) p).question())
        .toList();
  }

  /** The lines of all answers, in order. */
  List<String> answers() {
    return passages.stream()
        .filter(Passage.Answered.class::isInstance)
        .flatMap(p -> ((Passage.Answered) p).lines().stream())
        .toList();
  }

  /** All of it, without a line end after the last line. */
  String text() {
    return passages.stream().map(OpenText::text).collect(Collectors.joining());
  }

  OpenText after(String begin) {
    return new OpenText(
        Stream.concat(Stream.of(new Passage.Written(begin)), passages.stream()).toList());
  }

  /** The same with an answer to each of the questions. */
  OpenText answered(Function<Question, List<String>> answers) {
    return new OpenText(
        passages.stream()
            .map(
                p ->
                    p instanceof Passage.Asked asked
                        ? new Passage.Answered(answers.apply(asked.question()))
                        : p)
            .toList());
  }

  private static String text(Passage passage) {
    if (passage instanceof Passage.Written written) {
      return written.text();
    }
    return passage instanceof Passage.Answered answered && !answered.lines().isEmpty()
        ? section("why:", answered.lines())
        : "";
  }

  /** Lines below a title, all of them indented. */
  static String section(String title, List<String> lines) {
    return line(title)
        + lines.stream().map(l -> "\n    " + Printable.line(l)).collect(Collectors.joining());
  }

  /** An indented line. */
  static String line(String line) {
    return "\n  " + Printable.line(line);
  }
}
