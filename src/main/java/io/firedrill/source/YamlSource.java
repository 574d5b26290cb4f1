package io.firedrill.source;

import java.nio.file.Path;
import java.util.List;

/** A YAML file as read: its documents, and its lines for messages. */
public final class YamlSource {

  private final SourceText text;
  private final List<YamlNode> documents;

  private YamlSource(SourceText text, List<YamlNode> documents) {
    this.text = text;
    this.documents = documents;
  }

  /**
   * Reads a file.
   *
   * @throws InputException if the file cannot be read, is too large, or is not YAML
   */
  public static YamlSource read(Path file) {
    return parse(file, TextFile.read(file));
  }

  /**
   * Reads text as if it stood in a file.
   *
   * @throws InputException if the text is not YAML, or too large or too deep to be meant
   */
  public static YamlSource parse(Path file, String text) {
    TextFile.checkPrintable(file, text);
    SourceText source = new SourceText(file, text);
    return new YamlSource(source, List.copyOf(SeparatingTabs.documents(source, text)));
  }

  /** The file. */
  public Path file() {
    return text.file();
  }

  /** The documents, in order; none where the file holds nothing but comments. */
  public List<YamlNode> documents() {
    return documents;
  }

  /** A null node at the beginning of the file, for files without a document. */
  public YamlNode empty() {
    return new YamlScalar("", YamlScalar.Style.PLAIN, text, 0, 0);
  }

  SourceText text() {
    return text;
  }
}
