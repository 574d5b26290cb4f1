package io.firedrill.internal.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Questions about notifications that differ only in their time.
 *
 * @param all the questions, at least one
 * @param time how times are written
 */
record Questions(List<Question> all, VirtualTime time) {

  /** More reasons than these would fill the screen. */
  private static final int SHOWN = 10;

  Questions {
    all = List.copyOf(all);
  }

  /** All answers; a line that another answer has for its own time is left out. */
  List<String> answered(Function<Question, List<String>> answers) {
    List<String> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Question question : all) {
      for (String line : answers.apply(question)) {
        if (told.add(timeless(line, question))) {
          lines.add(line);
        }
      }
    }
    return all.size() == 1 ? lines : Repeats.cut(lines, SHOWN, "reason");
  }

  private String timeless(String line, Question question) {
    Optional<String> at = question.expected().at().map(t -> " at " + time.text(t) + ":");
    return at.map(t -> line.replace(t, ":")).orElse(line);
  }
}
