package io.firedrill.internal.cli;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.process.TestPairs;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * For any content of files there is an exit status, an error with a position, and no stack trace.
 */
class MutatedInputTest {

  private static final int INPUTS = Integer.getInteger("test.mutants", 200);
  private static final long SEED = Long.getLong("test.seed", 20261123);

  /**
   * The maximum number of inputs that reach servers, which takes time; others are refused before.
   */
  private static final int RUNS = Integer.getInteger("test.mutatedRuns", 30);

  /** CPU time of the thread that reads the files. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "rules.yml", Cli.RULES,
              "routes.yml", Cli.ROUTES,
              "test.yml",
                  Cli.ROUTES_TEST.replace(
                      "- name: tells", "- external_url: http://p/x\n  name: tells")));

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "\\",
          "\n",
          "\t",
          ": ",
          "- ",
          "|",
          ">",
          "#",
          "*x",
          "&x ",
          "!!binary ",
          "<<: ",
          "0",
          "-1",
          "1e999",
          "9999999999999",
          "1y",
          "null",
          "~",
          "{{",
          "}}",
          "{{ nothing }}",
          "$labels",
          "(",
          ")",
          " by (x)",
          "rate(",
          "[5m]",
          "/(/",
          "/a+/",
          "é",
          "😀",
          "\0",
          "\u0085",
          "---\n",
          "...\n",
          "team",
          "data",
          "receiver: x\n",
          "   ",
          "x".repeat(300));

  @TempDir private Path directory;

  private int reached;

  @Test
  @Timeout(value = 1, unit = HOURS)
  void endsWithAStatusAndAPosition() {
    Random random = new Random(SEED);
    Cli cli =
        Cli.with(
            directory,
            (request, progress) -> {
              if (++reached > RUNS) {
                throw new RigException("enough");
              }
              return new SharedRigs(TestPairs.newest());
            });
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int done = 0; done < INPUTS; ) {
      Map<String, String> input = mutated(random);
      input.forEach(cli::write);
      long begin = CPU.getCurrentThreadCpuTime();
      Run run = cli.test("DIR/test.yml", "--logs", "DIR/logs");
      Duration time = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - begin);
      if (reached <= RUNS || run.status() != ExitStatus.NO_SERVERS) {
        check(run, time, input);
        statuses.merge(run.status(), 1, Integer::sum);
        done++;
      }
    }
    assertThat(statuses).as("each status happens").containsOnlyKeys(0, 1, 2);
  }

  private static void check(Run run, Duration time, Map<String, String> input) {
    String about = run + "\n" + input;
    assertThat(run.status()).as(about).isBetween(0, 2);
    assertThat(run.out() + run.err())
        .as(about)
        .doesNotContain("\tat ", "Exception", "java.", "io.firedrill");
    assertThat(time).as(about).isLessThan(LONGEST);
    if (run.status() == ExitStatus.BAD_INPUT) {
      assertThat(run.err())
          .as(about)
          .containsPattern("(?m)^DIR/(rules|routes|test)\\.yml:[1-9]\\d*:[1-9]\\d*: error: \\S");
    }
  }

  /** The files with one to four changes in one of them. */
  private static Map<String, String> mutated(Random random) {
    Map<String, String> input = new TreeMap<>(FILES);
    List<String> names = List.copyOf(FILES.keySet());
    String name = names.get(random.nextInt(names.size()));
    String text = input.get(name);
    for (int n = random.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
      text = mutate(text, random);
    }
    input.put(name, text);
    return input;
  }

  private static String mutate(String text, Random random) {
    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
    int end = Math.min(text.length(), at + random.nextInt(12));
    end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + piece + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, at) + piece + text.substring(end);
      default -> text.substring(0, end) + text.substring(at);
    };
  }
}
