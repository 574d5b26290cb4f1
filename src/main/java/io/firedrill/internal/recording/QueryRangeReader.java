package io.firedrill.internal.recording;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.model.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the answer of Prometheus's {@code query_range}: a matrix. The server omits the steps at
 * which a series has no value, so a missing step ends the series.
 */
final class QueryRangeReader {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String MATRIX = "matrix";

  private final DataFile file;
  private final Samples samples;
  private final Steps steps = new Steps();
  private boolean resultSeen;

  QueryRangeReader(DataFile file, Samples samples) {
    this.file = file;
    this.samples = samples;
  }

  void read() {
    file.read(
        in -> {
          try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), DataFile.text(in))) {
            next(json, JsonToken.START_OBJECT, "the answer of query_range, a JSON object");
            answer(json);
            if (!resultSeen) {
              throw file.error(
                  "there is no \"result\" in the answer",
                  "expected the answer of /api/v1/query_range");
            }
          } catch (JacksonException e) {
            throw file.error(place(e.getLocation(), 1), e.getOriginalMessage(), Optional.empty());
          }
          return null;
        });
    steps.endSeriesAtGaps();
  }

  /** Reads the members of the answer or of its {@code data}; the parser is inside the object. */
  private void answer(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "data" -> {
          expect(json, JsonToken.START_OBJECT, "an object for \"data\"");
          answer(json);
        }
        case "resultType" -> {
          if (!MATRIX.equals(json.getString())) {
            throw error(
                json, "expected \"matrix\", as query_range answers, found " + found(json), null);
          }
        }
        case "result" -> {
          resultSeen = true;
          expect(json, JsonToken.START_ARRAY, "a list of series for \"result\"");
          while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, JsonToken.START_OBJECT, "a series, an object");
            series(json);
          }
        }
        case "error" ->
            throw error(json, "the server's answer is an error: " + json.getString(), null);
        case "warnings" -> warnings(json);
        default -> json.skipChildren();
      }
    }
  }

  private void warnings(JsonParser json) {
    expect(json, JsonToken.START_ARRAY, "a list for \"warnings\"");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      samples.warn(
          new Problem(
              Severity.WARNING,
              new Position(file.path(), 1, 1),
              "the server warned: " + json.getString(),
              "",
              1,
              Optional.empty()));
    }
  }

  private void series(JsonParser json) {
    SeriesBuilder series = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "metric" -> series = samples.series(labels(json));
        case "values" -> {
          if (series == null) {
            throw error(json, "expected \"metric\" before \"values\"", null);
          }
          values(json, series);
        }
        case "histograms" ->
            throw error(
                json,
                "native histograms cannot be replayed from an answer, which does not contain "
                    + "their schema",
                "query only the other metrics: {__name__!~\".*_seconds\"}");
        default -> json.skipChildren();
      }
    }
  }

  private Labels labels(JsonParser json) {
    expect(json, JsonToken.START_OBJECT, "an object for \"metric\"");
    TokenStreamLocation start = json.currentTokenLocation();
    Map<String, String> labels = new TreeMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      next(json, JsonToken.VALUE_STRING, "a label's value");
      labels.put(name, json.getString());
    }
    if (labels.getOrDefault(Labels.METRIC_NAME, "").isEmpty()) {
      throw file.error(
          place(start, 1),
          "the series has no metric name",
          Optional.of(
              "record the result of a selector such as {job=\"api\"}, not of an " + "expression"));
    }
    return Labels.copyOf(labels);
  }

  private void values(JsonParser json, SeriesBuilder series) {
    expect(json, JsonToken.START_ARRAY, "a list for \"values\"");
    int from = series.size();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json, JsonToken.START_ARRAY, "a sample, [time, \"value\"]");
      json.nextToken();
      if (!json.currentToken().isNumeric()) {
        throw error(json, "expected a time in Unix seconds, found " + found(json), null);
      }
      String text = json.getString();
      OptionalLong time = NumberText.millis(text, 3);
      if (time.isEmpty()) {
        throw error(json, "expected a time in Unix seconds, found " + text, null);
      }
      Place place = place(json.currentTokenLocation(), text.length());
      next(json, JsonToken.VALUE_STRING, "a value in double quotes");
      OptionalDouble value = NumberText.value(json.getString());
      if (value.isEmpty()) {
        throw error(json, "expected a number, found " + found(json), null);
      }
      next(json, JsonToken.END_ARRAY, "the end of the sample");
      samples.add(series, time.getAsLong(), value.getAsDouble(), file, place);
    }
    steps.add(series, from);
  }

  private void next(JsonParser json, JsonToken token, String expected) {
    json.nextToken();
    expect(json, token, expected);
  }

  private void expect(JsonParser json, JsonToken token, String expected) {
    if (json.currentToken() != token) {
      throw error(json, "expected " + expected + ", found " + found(json), null);
    }
  }

  private static String found(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == null) {
      return "the end";
    }
    return token == JsonToken.VALUE_STRING ? "\"" + json.getString() + "\"" : json.getString();
  }

  private InputException error(JsonParser json, String message, String hint) {
    boolean text = json.currentToken() != null && json.currentToken().isScalarValue();
    int quotes = json.currentToken() == JsonToken.VALUE_STRING ? 2 : 0;
    int length = text ? json.getString().length() + quotes : 1;
    return file.error(
        place(json.currentTokenLocation(), length), message, Optional.ofNullable(hint));
  }

  private static Place place(TokenStreamLocation location, int length) {
    return new Place(
        Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()) - 1, length);
  }
}
