package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors has the keys that the readers have, and accepts what they accept. */
class ScenarioSchemaTest {

  private static final Path SCHEMA = Path.of("docs/scenario.schema.json");
  private static final Pattern EXPECTED = Pattern.compile("hint: .*expected one of: (.*)");

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /properties                                                    | {nonsense: 1, tests: []}
          /definitions/test/properties                                   | {tests: [{nonsense: 1}]}
          /definitions/input_series/properties                           | {tests: [{input_series: [{nonsense: 1}]}]}
          /definitions/steady/properties                                 | {tests: [{input_series: [{series: a, steady: {nonsense: 1}}]}]}
          /definitions/ramp/properties                                   | {tests: [{input_series: [{series: a, ramp: {nonsense: 1}}]}]}
          /definitions/drop/properties                                   | {tests: [{input_series: [{series: a, drop: {nonsense: 1}}]}]}
          /definitions/noise/properties                                  | {tests: [{input_series: [{series: a, noise: {nonsense: 1}}]}]}
          /properties/prometheus_operator/properties                     | {prometheus_operator: {nonsense: 1}, tests: []}
          /definitions/gap/properties                                    | {tests: [{input_series: [{series: a, gap: {nonsense: 1}}]}]}
          /definitions/input_series/properties/values_from/items/properties | {tests: [{input_series: [{series: a, values_from: [{nonsense: 1}]}]}]}
          /definitions/csv/properties                                    | {tests: [{input_series: [{series: a, csv: {nonsense: 1}}]}]}
          /definitions/openmetrics/properties                            | {tests: [{input_series: [{series: a, openmetrics: {nonsense: 1}}]}]}
          /definitions/alert_rule_test/properties                        | {tests: [{alert_rule_test: [{nonsense: 1}]}]}
          /definitions/alert_rule_test/properties/exp_alerts/items/properties | {tests: [{alert_rule_test: [{alertname: A, exp_alerts: [{nonsense: 1}]}]}]}
          /definitions/promql_expr_test/properties                       | {tests: [{promql_expr_test: [{nonsense: 1}]}]}
          /definitions/promql_expr_test/properties/exp_samples/items/properties | {tests: [{promql_expr_test: [{expr: a, exp_samples: [{nonsense: 1}]}]}]}
          /definitions/alert_state_test/properties                       | {tests: [{alert_state_test: [{nonsense: 1}]}]}
          /definitions/notification_test/properties                      | {tests: [{notification_test: [{nonsense: 1}]}]}
          /definitions/notification_test/properties/exp_notifications/items/properties | {tests: [{notification_test: [{receiver: a, exp_notifications: [{nonsense: 1}]}]}]}
          /definitions/notification_test/properties/exp_notifications/items/properties/alerts/items/properties | {tests: [{notification_test: [{receiver: a, exp_notifications: [{alerts: [{nonsense: 1}]}]}]}]}
          /definitions/failure_test/properties                           | {tests: [{failure_test: [{nonsense: 1}]}]}
          /definitions/route_test/properties                             | {tests: [{route_test: [{nonsense: 1}]}]}
          /definitions/route_test/properties/receivers/items/anyOf/1/properties | {tests: [{route_test: [{labels: {a: b}, receivers: [{nonsense: 1}]}]}]}
          /definitions/target/properties                                 | {tests: [{targets: [{nonsense: 1}]}]}
          /definitions/action/properties                                 | {tests: [{actions: [{nonsense: 1}]}]}
          /definitions/action/properties/load/properties                 | {tests: [{actions: [{at: 1m, load: {nonsense: 1}}]}]}
          """)
  void hasTheReadersKeys(String properties, String file) throws IOException {
    String message = refusal(file);

    Matcher expected = EXPECTED.matcher(message);
    assertThat(expected.find()).as(message).isTrue();
    assertThat(List.of(expected.group(1).split(", ")))
        .containsExactlyInAnyOrderElementsOf(json().at(properties).propertyNames());
  }

  private String refusal(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("test.yml"), yaml);
    return catchThrowableOfType(InputException.class, () -> ScenarioFile.read(file)).getMessage();
  }

  static Stream<Path> scenarios() throws IOException {
    return Stream.of(Path.of("test-scenarios"), Path.of("src/test/resources"), Path.of("src/it"))
        .flatMap(ScenarioSchemaTest::yaml)
        .filter(ScenarioSchemaTest::isValid);
  }

  private static Stream<Path> yaml(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(f -> f.toString().matches(".*\\.ya?ml")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isValid(Path file) {
    try {
      return !ScenarioFile.read(file).scenarios().isEmpty();
    } catch (InputException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void acceptsWhatTheReadersAccept(Path file) throws IOException {
    YamlNode document = YamlSource.read(file).documents().get(0);
    String json = JsonMapper.shared().writeValueAsString(plain(document));

    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
  }

  /** As an editor sees it that has resolved aliases. */
  private static Object plain(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      Map<String, Object> plain = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> plain.put(entry.key().text(), plain(entry.value())));
      return plain;
    }
    if (node instanceof YamlSequence sequence) {
      return sequence.items().stream().map(ScenarioSchemaTest::plain).toList();
    }
    String text = ((YamlScalar) node).text();
    if (node.isNull()) {
      return Optional.empty();
    }
    if (((YamlScalar) node).style() != YamlScalar.Style.PLAIN) {
      return text;
    }
    return switch (text) {
      case "true", "false" -> Boolean.valueOf(text);
      default -> text.matches("-?[0-9]{1,15}") ? (Object) Long.valueOf(text) : text;
    };
  }

  @Test
  void findsAMisspeltKey() throws IOException {
    assertThat(schema().validate("tests: [{run_fro: 1h}]", InputFormat.YAML)).isNotEmpty();
    assertThat(schema().validate("tests: [{run_for: soon}]", InputFormat.YAML)).isNotEmpty();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(Files.readString(SCHEMA));
  }

  private static JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(SCHEMA));
  }
}
