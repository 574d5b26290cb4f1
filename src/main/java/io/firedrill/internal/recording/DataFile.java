package io.firedrill.internal.recording;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.InputFile;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A file of recorded data, read as a stream; makes errors with positions in it. */
final class DataFile {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  /** The number of characters shown after an error. */
  private static final int BEYOND = 200;

  private final Path path;

  DataFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /**
   * Reads a file.
   *
   * @param <T> the result
   */
  interface Reading<T> {
    T of(InputStream in) throws IOException;
  }

  /**
   * Opens the file, decompresses it if necessary, and reads it.
   *
   * @throws InputException if that fails
   */
  <T> T read(Reading<T> reading) {
    try (InputStream in = open()) {
      return reading.of(in);
    } catch (CharacterCodingException e) {
      throw error("cannot read the file: it is not UTF-8 text", null);
    } catch (IOException e) {
      throw error("cannot read the file: " + InputFile.reason(e), null);
    }
  }

  private InputStream open() throws IOException {
    BufferedInputStream in = new BufferedInputStream(InputFile.open(path), BUFFER);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** A reader that throws an exception for bytes that are not UTF-8. */
  static Reader text(InputStream in) {
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** An error about the file as a whole. */
  InputException error(String message, String hint) {
    return error(new Position(path, 1, 1), "", 1, message, Optional.ofNullable(hint));
  }

  /** An error at a place; reads the file again to show its line. */
  InputException error(Place place, String message, Optional<String> hint) {
    String line = line(place);
    int offset = Math.min(place.offset(), line.length());
    int end = Math.min(offset + place.length(), line.length());
    Position position = new Position(path, place.line(), line.codePointCount(0, offset) + 1);
    return error(position, line, line.codePointCount(offset, end), message, hint);
  }

  private InputException error(
      Position position, String line, int length, String message, Optional<String> hint) {
    return new InputException(
        List.of(new Problem(Severity.ERROR, position, message, line, Math.max(1, length), hint)));
  }

  /** The line of a place, up to a little after it. */
  private String line(Place place) {
    return read(
        in -> {
          Reader text = text(in);
          for (int line = 1; line < place.line(); line++) {
            Lines.skip(text);
          }
          return Lines.read(text, place.offset() + place.length() + BEYOND);
        });
  }
}
