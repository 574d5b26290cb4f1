package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.InputFile;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record. Unexpected content is an error with its line and its JSON pointer. */
final class RecordReader {

  /** In bytes, ten times the size of a suite of a thousand tests with charts. */
  private static final int LIMIT = 256 * 1024 * 1024;

  private static final String WRITTEN_BY = "records are written by firedrill test --record FILE";

  private final JsonMapper json;
  private final Path file;

  RecordReader(JsonMapper json, Path file) {
    this.file = file;
    this.json =
        json.rebuild()
            .addModule(RecordTimes.module())
            .enable(
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.SET, Nulls.FAIL))
            .build();
  }

  /**
   * Reads the record.
   *
   * @param type the type of the record, all of whose members are required
   * @throws InputException if the file cannot be read, or is not such a record
   */
  <T> T read(Class<T> type, int version) {
    byte[] bytes = bytes();
    try {
      requireVersion(bytes, version);
      return json.readValue(bytes, type);
    } catch (JacksonException e) {
      throw unusable(bytes, e.getLocation(), RecordMistake.text(e));
    }
  }

  private byte[] bytes() {
    try (InputStream in = InputFile.open(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw unusable(bytes, null, "the file is larger than the maximum of 256 MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw unusable(new byte[0], null, "cannot read the file: " + InputFile.reason(e));
    }
  }

  /**
   * Checks the version first: records of other versions would be refused with misleading messages.
   */
  private void requireVersion(byte[] bytes, int wanted) {
    try (JsonParser parser = json.createParser(new ByteArrayInputStream(bytes))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw unusable(
            bytes,
            parser.currentTokenLocation(),
            "this is not a record of a run: expected an object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (!name.equals("version")) {
          parser.skipChildren();
        } else if (!parser.getString().equals(String.valueOf(wanted))) {
          throw unusable(
              bytes,
              parser.currentTokenLocation(),
              "this is a record of version %s, and only version %d can be read"
                  .formatted(parser.getString(), wanted));
        } else {
          return;
        }
      }
      throw unusable(bytes, null, "this is not a record of a run: it has no \"version\"");
    }
  }

  private InputException unusable(byte[] bytes, TokenStreamLocation at, String message) {
    int line = at == null ? 1 : Math.max(1, at.getLineNr());
    int column = at == null ? 1 : Math.max(1, at.getColumnNr());
    String source =
        new String(bytes, StandardCharsets.UTF_8).lines().skip(line - 1).findFirst().orElse("");
    return new InputException(
        List.of(
            new Problem(
                Severity.ERROR,
                new Position(file, line, column),
                message,
                at == null ? "" : source,
                1,
                Optional.of(WRITTEN_BY))));
  }
}
