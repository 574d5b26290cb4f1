package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.Picture;
import io.firedrill.internal.result.PictureLine;
import io.firedrill.internal.result.PictureRule.Threshold;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code --json} and {@code --junit-xml}, with real servers. */
class ResultFilesTest {

  private static final Path DOCS = Path.of("docs");

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory);
    cli.write("rules.yml", Cli.RULES).write("routes.yml", Cli.ROUTES);
    cli.write("bad.yml", Cli.RULES.replace("> 100", ">"));
    cli.write("tests/pass.yml", under(Cli.ROUTES_TEST));
    cli.write("tests/fail.yml", under(Cli.ROUTES_TEST.replace("2m30s", "3m")));
    cli.write("tests/refused.yml", under(Cli.RULES_TEST).replace("rules.yml", "bad.yml"));
  }

  private static String under(String text) {
    return text.replace("rules.yml", "../rules.yml").replace("routes.yml", "../routes.yml");
  }

  @Test
  void matchTheSchema() throws IOException {
    assertThat(cli.test("DIR/tests", "--json", "DIR/out/result.json").status()).isEqualTo(2);

    String json = Files.readString(directory.resolve("out/result.json"));
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    assertThat(json)
        .contains(
            "\"verdict\" : \"passed\"", "\"verdict\" : \"failed\"", "\"verdict\" : \"error\"");
  }

  @Test
  void areTheSameInEveryRun() throws IOException {
    cli.test("DIR/tests", "--json", "DIR/one.json");
    cli.test("DIR/tests", "--json", "DIR/two.json", "--jobs", "2");

    assertThat(directory.resolve("two.json"))
        .hasSameTextualContentAs(directory.resolve("one.json"));
  }

  @Test
  void countTheTestsOfEachFile() throws IOException {
    cli.test("DIR/tests", "--junit-xml", "DIR/out/result.xml");

    assertThat(
            Files.readString(directory.resolve("out/result.xml"))
                .replaceAll("[0-9]\\.[0-9]{3}", "T"))
        .contains(
            "<testsuites name=\"firedrill\" tests=\"4\" failures=\"1\" errors=\"2\" skipped=\"0\" time=\"T\">")
        .contains(
            "/tests/refused.yml\" tests=\"2\" failures=\"0\" errors=\"2\" skipped=\"0\" time=\"T\">")
        .contains("type=\"notifications_differ\"")
        .contains("<error message=\"Prometheus says: parse error: unexpected end of input\"");
  }

  @Test
  void includeReports() throws IOException {
    Cli.Run run =
        cli.test(
            "DIR/tests",
            "--record",
            "DIR/out/record.json",
            "--report",
            "DIR/out/site",
            "--markdown",
            "DIR/out/summary.md",
            "--annotations",
            "gnu");
    cli.run(
        "merge",
        directory + "/out/record.json",
        "--report",
        directory + "/merged",
        "--markdown",
        directory + "/merged/summary.md");

    assertThat(run.out())
        .contains("DIR/tests/fail.yml:9:5: error: tells the data team: data-oncall: ")
        .contains("DIR/rules.yml:4:5: error: tells the data team: data-oncall: ")
        .contains("DIR/bad.yml:5:");
    Picture picture =
        ResultJson.read(directory.resolve("out/record.json"))
            .tests()
            .filter(test -> test.verdict() == TestVerdict.PASSED)
            .findFirst()
            .flatMap(TestResult::extras)
            .flatMap(Extras::picture)
            .orElseThrow();
    PictureLine queue =
        new PictureLine(
            new TreeMap<>(Map.of("__name__", "queue_length", "queue", "a")),
            List.of(0.0, 300.0),
            List.of(200.0, 200.0));
    assertThat(picture.input()).containsExactly(queue);
    assertThat(picture.rules())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.threshold()).contains(new Threshold("queue_length", ">", "100")))
        .satisfies(rule -> assertThat(rule.values()).containsExactly(queue));
    String page = Files.readString(directory.resolve("out/site/index.html"));
    assertThat(page.replaceFirst("(?s).* id=\"data\">", "").replaceFirst("(?s)</script>.*", ""))
        .contains("\"title\":\"QueueFull: queue_length\"", "covered by 2 tests; not covered: ");
    assertThat(Files.readString(directory.resolve("out/summary.md")))
        .startsWith("## Firedrill: 3 of 4 scenarios did not pass\n")
        .contains("### Coverage");
    assertThat(directory.resolve("merged/index.html"))
        .as("sorted by path, as the run was")
        .hasSameTextualContentAs(directory.resolve("out/site/index.html"));
  }

  @Test
  void matchTheDocumentation() throws IOException {
    String page = Files.readString(DOCS.resolve("json.md"));
    String example = page.replaceFirst("(?s).*?```json\n(.*?)```.*", "$1");

    assertThat(schema().validate(example, InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(DOCS.resolve("result.schema.json")));
  }
}
