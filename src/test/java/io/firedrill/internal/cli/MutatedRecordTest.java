package io.firedrill.internal.cli;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * For any content of records there is an exit status, an error with a position, and no stack trace.
 */
class MutatedRecordTest {

  private static final int RECORDS = Integer.getInteger("test.mutants", 300);
  private static final long SEED = Long.getLong("test.seed", 20261130);

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "99999999999999999999",
          "\"\"",
          "\"x\"",
          "\"\\u0000\"",
          "\"NaN\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"::error::x\"",
          "[]",
          "[null]",
          "{}",
          "{\"\": 1}");

  @TempDir private Path directory;

  @Test
  @Timeout(value = 1, unit = HOURS)
  void endsWithAStatusAndAPosition() throws Exception {
    Cli cli = Cli.in(directory).write("rules.yml", Cli.RULES).write("routes.yml", Cli.ROUTES);
    cli.write("test.yml", Cli.ROUTES_TEST);
    cli.test("DIR/test.yml", "--record", "DIR/record.json", "--report", "DIR/a.html", "--coverage");
    String record = Files.readString(directory.resolve("record.json"));
    assertThat(record).contains("picture", "coverage", "notifications");
    Random random = new Random(SEED);
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < RECORDS; i++) {
      String mutant = mutant(record, random);
      cli.write("mutant.json", mutant);
      for (Run run : List.of(merge(cli), cli.command("coverage", "DIR/mutant.json"))) {
        String about = i + ": " + run + "\n" + mutant;
        assertThat(run.status()).as(about).isBetween(0, 2);
        assertThat(run.out() + run.err())
            .as(about)
            .doesNotContain("\tat ", "Exception", "java.", "io.firedrill");
        statuses.merge(run.status(), 1, Integer::sum);
      }
    }
    assertThat(statuses).as("good ones and bad ones").containsKeys(0, 2);
  }

  private static Run merge(Cli cli) {
    return cli.command(
        "merge",
        "DIR/mutant.json",
        "--report",
        "DIR/m.html",
        "--junit-xml",
        "DIR/m.xml",
        "--markdown",
        "DIR/m.md",
        "--json",
        "DIR/m.json",
        "--annotations",
        "github",
        "--record",
        "DIR/m.record.json");
  }

  /**
   * The record with one value removed, replaced or doubled; one in ten is truncated or corrupted as
   * text.
   */
  private static String mutant(String record, Random random) {
    if (random.nextInt(10) == 0) {
      int at = random.nextInt(record.length());
      String rest = record.substring(Math.min(record.length(), at + random.nextInt(20)));
      return record.substring(0, at) + (random.nextBoolean() ? rest : "");
    }
    JsonNode root = JsonMapper.shared().readTree(record);
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode chosen = containers.get(random.nextInt(containers.size()));
    JsonNode value = JsonMapper.shared().readTree(VALUES.get(random.nextInt(VALUES.size())));
    boolean remove = random.nextInt(4) == 0;
    if (chosen instanceof ObjectNode object) {
      List<String> names = List.copyOf(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      Object done = remove ? object.remove(name) : object.set(name, value);
    } else if (chosen instanceof ArrayNode array) {
      int index = random.nextInt(array.size());
      Object done = remove ? array.remove(index) : array.set(index, value);
    }
    return root.toString();
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer() && !node.isEmpty()) {
      containers.add(node);
    }
    node.forEach(child -> collect(child, containers));
  }
}
