package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.Position;
import java.nio.file.Path;
import java.util.List;

/** A template file lacks a value that it prints. */
public final class TemplateFileText implements Operator {

  @Override
  public String name() {
    return "template/action";
  }

  /** The possible mistakes in a file with this text. */
  public List<Mutation> mutations(Path file, String text) {
    return TemplateActions.without(text).stream()
        .map(
            variant ->
                new Mutation(
                    name(),
                    "template file " + file.getFileName(),
                    position(file, text, variant.at()),
                    variant.action() + " is dropped",
                    new Edit.OfText(variant.text())))
        .toList();
  }

  private static Position position(Path file, String text, int index) {
    int line = (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n', index - 1) + 1;
    return new Position(file, line + 1, text.codePointCount(start, index) + 1);
  }
}
