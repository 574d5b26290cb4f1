package io.firedrill.internal.source;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A parsed YAML file: its documents, and its lines for messages. */
public final class YamlSource {

  private final SourceText text;
  private final List<YamlNode> documents;

  YamlSource(SourceText text, List<YamlNode> documents) {
    this.text = text;
    this.documents = documents;
  }

  /**
   * Reads a file.
   *
   * @throws InputException if the file cannot be read, is too large, or is not YAML
   */
  public static YamlSource read(Path file) {
    return readFrom(FileTexts.AS_THEY_ARE, file);
  }

  /**
   * Reads a file whose text may come from elsewhere.
   *
   * @throws InputException like {@link #read(Path)}
   */
  public static YamlSource readFrom(FileTexts texts, Path file) {
    return read(file, ConfigurationKeys::areLikelyIn, texts);
  }

  /**
   * Reads a configuration of Prometheus or Alertmanager. Messages show only parts that are known to
   * be harmless. The same applies to other files that look like a configuration.
   *
   * @throws InputException like {@link #read(Path)}
   */
  public static YamlSource readConfiguration(Path file) {
    return readConfiguration(file, FileTexts.AS_THEY_ARE);
  }

  /**
   * The same, with the file's text from elsewhere.
   *
   * @throws InputException like {@link #read(Path)}
   */
  public static YamlSource readConfiguration(Path file, FileTexts texts) {
    return read(file, any -> true, texts);
  }

  /**
   * Reads a file that may be a configuration.
   *
   * @param isConfiguration decides by the text, which may not be valid YAML
   * @throws InputException like {@link #read(Path)}
   */
  public static YamlSource read(Path file, Predicate<String> isConfiguration) {
    return read(file, isConfiguration, FileTexts.AS_THEY_ARE);
  }

  private static YamlSource read(Path file, Predicate<String> isConfiguration, FileTexts texts) {
    String text;
    try {
      text = texts.read(file);
    } catch (InputException e) {
      Mask mask = isConfiguration.test("") ? new LexicalMask() : Mask.NONE;
      throw new InputException(e.problems().stream().map(mask::problem).toList());
    }
    return parse(file, text, isConfiguration.test(text));
  }

  /**
   * Reads text as the content of a file.
   *
   * @throws InputException if the text is not YAML, or is too large or nested too deeply
   */
  public static YamlSource parse(Path file, String text) {
    return parse(file, text, ConfigurationKeys.areLikelyIn(text));
  }

  private static YamlSource parse(Path file, String text, boolean isConfiguration) {
    TextFile.checkPrintable(file, text);
    SourceText source = new SourceText(file, text);
    if (isConfiguration) {
      source.hide(new LexicalMask());
    }
    ChartTemplate.refuse(source, text);
    return parse(source, text, isConfiguration);
  }

  /** Parses a text whose mask, if it needs one before it is parsed, is set. */
  static YamlSource parse(SourceText source, String text, boolean isConfiguration) {
    List<YamlNode> documents = List.copyOf(SeparatingTabs.documents(source, text));
    if (isConfiguration) {
      source.hide(new NodeMask(documents));
    }
    return new YamlSource(source, documents);
  }

  /** The file. */
  public Path file() {
    return text.file();
  }

  /** The documents, in order; empty if the file contains only comments. */
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
