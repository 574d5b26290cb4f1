package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invalid files and tests do not prevent others from running, with real servers. */
class BadFilesTest {

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory);
    cli.write("rules.yml", Cli.RULES);
    cli.write("good.yml", Cli.RULES_TEST);
    cli.write("key.yml", "rule_files: [rules.yml]\nfuzy_compare: true\ntests: [{name: x}]\n");
    cli.write("value.yml", Cli.RULES_TEST.replace("'200x10'", "'200y10'"));
  }

  @Test
  void otherFilesAreRun() {
    Run run = cli.test("DIR/key.yml", "DIR/value.yml", "DIR/good.yml", "DIR/none.yml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .isEqualTo(
            """
            SERVERS
            PASS  DIR/value.yml:12  stays empty
            PASS  DIR/good.yml:3  fills up
            PASS  DIR/good.yml:12  stays empty
            ERROR DIR/key.yml:2  the file can be used
            ERROR DIR/value.yml:3  fills up
            ERROR DIR/none.yml:1  the file can be used
            3 passed, 3 failed
            """);
    assertThat(run.err())
        .isEqualTo(
            """
            DIR/key.yml:2:1: error: unknown key "fuzy_compare" in a scenario file
                2 | fuzy_compare: true
                  | ^^^^^^^^^^^^
              hint: did you mean "fuzzy_compare"?

            DIR/value.yml:5:53: error: expected a blank between values, found "y10"
                5 |   - {series: 'queue_length{queue="a"}', values: '200y10'}
                  |                                                     ^^^

            DIR/none.yml:1:1: error: cannot read the file: it does not exist

            firedrill: 2 of 4 files and a test cannot be used
            """);
  }

  @Test
  void reportsContainThemAsErrors() throws IOException {
    Run run =
        cli.test(
            "DIR/key.yml",
            "DIR/value.yml",
            "--json",
            "DIR/out.json",
            "--junit-xml",
            "DIR/out.xml",
            "--markdown",
            "DIR/out.md",
            "--report",
            "DIR/page");

    assertThat(run.status()).isEqualTo(2);
    String json = Files.readString(directory.resolve("out.json"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/result.schema.json")))
                .validate(json, InputFormat.JSON))
        .isEmpty();
    assertThat(json)
        .contains(
            "unknown key \\\"fuzy_compare\\\"", "\"passed\" : false", "\"name\" : \"fills up\"");
    assertThat(Files.readString(directory.resolve("out.xml")))
        .contains("tests=\"3\" failures=\"0\" errors=\"2\"")
        .contains("<testcase name=\"the file can be used\"")
        .contains("hint: did you mean \"fuzzy_compare\"?")
        .contains("expected a blank between values");
    assertThat(Files.readString(directory.resolve("out.md")))
        .contains(
            "2 of 3 scenarios did not pass", "unknown key \"fuzy_compare\" in a scenario file");
    assertThat(Files.readString(directory.resolve("page/index.html"))).contains("fuzy_compare");
  }

  @Test
  void reportsAreWrittenEvenIfNothingCanBeRun() throws IOException {
    Run run = cli.test("DIR/key.yml", "--json", "DIR/out.json", "--junit-xml", "DIR/out.xml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("firedrill: the file cannot be used, so nothing was run\n");
    assertThat(Files.readString(directory.resolve("out.json"))).contains("fuzy_compare");
    assertThat(Files.readString(directory.resolve("out.xml"))).contains("errors=\"1\"");
  }

  @Test
  void aTestThatIsNotSelectedMayBeInvalid() {
    assertThat(cli.test("DIR/value.yml", "--run", "stays"))
        .isEqualTo(
            new Run(0, "SERVERS\nPASS  DIR/value.yml:12  stays empty\n1 passed, 0 failed\n", ""));
    assertThat(cli.test("DIR/value.yml", "--run", "fills").status()).isEqualTo(2);
  }

  @Test
  void oneShardReportsThem() throws IOException {
    for (String shard : new String[] {"1", "2"}) {
      String record = "DIR/" + shard + ".json";
      assertThat(cli.test("DIR/", "--shard", shard + "/2", "--record", record).status())
          .isEqualTo(2);
    }

    Run merged = cli.command("merge", "DIR/1.json", "DIR/2.json");
    assertThat(merged.status()).isEqualTo(1);
    assertThat(merged.out()).endsWith("3 passed, 2 failed\n");
  }

  @Test
  void unknownKeysInRuleFilesCanBeIgnored() {
    cli.write(
        "rules.yml",
        Cli.RULES
            .replace("- name: queue", "- name: queue\n  owner: data")
            .replace("    for: 2m", "    for: 2m\n    runbook: none"));

    assertThat(cli.test("DIR/good.yml").err()).contains("unknown key \"owner\" in a rule group");
    assertThat(cli.test("DIR/good.yml", "--ignore-unknown-fields").out())
        .endsWith("2 passed, 0 failed\n");
  }
}
