package io.firedrill.internal.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/**
 * Texts that a manifest contains as values: as they are, in base64, or compressed with gzip and in
 * base64. Their positions are those in the manifest's file.
 */
public final class EmbeddedYaml {

  private static final int GZIP = 0x1F;
  private static final int GZIP_SECOND = 0x8B;
  private static final int BYTES = 3;
  private static final int CHARACTERS = 4;

  private final YamlScalar scalar;
  private final String text;
  private final EmbeddedText source;

  private EmbeddedYaml(YamlScalar scalar, String text, EmbeddedText source) {
    this.scalar = scalar;
    this.text = text;
    this.source = source;
  }

  /** The text of a scalar. */
  public static EmbeddedYaml verbatim(YamlScalar scalar) {
    return new EmbeddedYaml(scalar, scalar.text(), EmbeddedText.verbatim(scalar));
  }

  /**
   * The text that a scalar contains in base64.
   *
   * @throws InputException if it is not base64, or not text
   */
  public static EmbeddedYaml base64(YamlScalar scalar) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(scalar.text().replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw failure(scalar, "not base64");
    }
    boolean compressed =
        bytes.length > 1
            && Byte.toUnsignedInt(bytes[0]) == GZIP
            && Byte.toUnsignedInt(bytes[1]) == GZIP_SECOND;
    byte[] content = compressed ? decompressed(scalar, bytes) : bytes;
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw failure(scalar, "the decoded text is not UTF-8");
    }
    return new EmbeddedYaml(
        scalar, text, EmbeddedText.decoded(scalar, text, positions(scalar, compressed), "decoded"));
  }

  private static byte[] decompressed(YamlScalar scalar, byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] content = in.readNBytes(TextFile.LIMIT + 1);
      if (content.length > TextFile.LIMIT) {
        throw failure(scalar, "the decompressed text is larger than the maximum of 10 MiB");
      }
      return content;
    } catch (IOException e) {
      throw failure(scalar, "gzip data that cannot be decompressed");
    }
  }

  /**
   * Three bytes are four characters of base64, which gives each place of the text a place of its
   * own in the file. Compressed text has none; its places count from the start of the value.
   */
  private static IntFunction<Position> positions(YamlScalar scalar, boolean compressed) {
    SourceText outer = scalar.source();
    int[] indexes = ScalarOffsets.indexes(outer, scalar);
    Position start = scalar.position();
    return index -> {
      int character = index * CHARACTERS / BYTES;
      return compressed || character >= indexes.length
          ? new Position(start.file(), start.line(), start.column() + index)
          : outer.position(indexes[character]);
    };
  }

  private static InputException failure(YamlScalar scalar, String message) {
    return new InputException(List.of(scalar.error(message, Optional.empty())));
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** The scalar that contains it. */
  public YamlScalar scalar() {
    return scalar;
  }

  /** The line of the file in which the text begins. */
  public int firstLine() {
    return text.isEmpty() ? scalar.position().line() : source.position(0).line();
  }

  /**
   * Parses the text as a configuration: messages show only parts that are known to be harmless.
   *
   * @throws InputException if it is not YAML
   */
  public YamlSource configuration() {
    source.hide(new LexicalMask());
    return YamlSource.parse(source, text, true);
  }

  /**
   * Parses the text.
   *
   * @throws InputException if it is not YAML
   */
  public YamlSource yaml() {
    return ConfigurationKeys.areLikelyIn(text)
        ? configuration()
        : YamlSource.parse(source, text, false);
  }
}
