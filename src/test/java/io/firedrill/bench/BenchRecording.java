package io.firedrill.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A made-up week of an ML pipeline, as a dump: 200 series, a sample a minute, each series at its
 * own second as scrapes are. It has typical failures: a service every night, a source for three
 * hours, a flapping source, a model that degrades.
 */
final class BenchRecording {

  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final int MINUTES = 7 * 24 * 60;

  private static final int DAY = 24 * 60;

  private interface Values {
    double at(int minute, Random random);
  }

  private record Recorded(String series, Values values) {}

  private BenchRecording() {}

  /** Writes it, compressed; returns the number of its samples. */
  static long write(Path file) throws IOException {
    List<Recorded> all = series();
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (int i = 0; i < all.size(); i++) {
        Random random = new Random(i);
        long offset = START.toEpochMilli() + i * 290L;
        for (int minute = 0; minute < MINUTES; minute++) {
          long time = offset + minute * 60_000L;
          out.write(
              "%s %s %d.%03d\n"
                  .formatted(
                      all.get(i).series(),
                      all.get(i).values().at(minute, random),
                      time / 1000,
                      time % 1000));
        }
      }
      out.write("# EOF\n");
    }
    return (long) all.size() * MINUTES;
  }

  private static List<Recorded> series() {
    List<Recorded> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int n = i;
      String service = i == 0 ? "paper-trading-bot" : "service-" + i;
      add(
          all,
          "up{job=\"ml-services\",service=\"%s\",pipeline=\"deployment\",instance=\"%s:8000\"}"
              .formatted(service, service),
          (m, r) -> (n == 3 && m % DAY >= 130 && m % DAY < 160) || flaps(n, m) ? 0 : 1);
      add(
          all,
          "pipeline_job_success_status{pipeline=\"ingestion\",source=\"source-%d\"}".formatted(i),
          (m, r) -> n == 5 && m >= DAY + 600 && m < DAY + 780 ? 0 : 1);
      add(
          all,
          "pipeline_last_successful_ingestion_timestamp_seconds{source=\"source-%d\"}".formatted(i),
          (m, r) -> START.getEpochSecond() + m * 60L - 30);
    }
    for (int i = 0; i < 5; i++) {
      int n = i;
      add(
          all,
          "sentiment_model_validation_accuracy{model=\"model-%d\"}".formatted(i),
          (m, r) -> 0.85 + r.nextGaussian() / 100 - (n == 2 ? 0.2 * m / MINUTES : 0));
      add(
          all,
          "rl_agent_backtest_sharpe_ratio{agent=\"agent-%d\"}".formatted(i),
          (m, r) -> 1.5 + r.nextGaussian() / 5);
    }
    add(all, "pipeline_job_success_status{pipeline=\"feature_engineering\"}", (m, r) -> 1);
    add(all, "pipeline_job_success_status{pipeline=\"training\",model=\"news\"}", (m, r) -> 1);
    for (int i = 0; i < 64; i++) {
      int n = i;
      String labels =
          "{component=\"component-%d\",service=\"features\",pipeline=\"feature_engineering\"}"
              .formatted(i);
      add(
          all,
          "pipeline_component_errors_total" + labels,
          (m, r) -> n == 7 && m > 3 * DAY ? Math.min(m - 3 * DAY, 90) * 20 : 0);
      add(all, "pipeline_component_operations_total" + labels, (m, r) -> m * 60.0);
    }
    return all;
  }

  private static boolean flaps(int service, int minute) {
    return service == 7 && minute / DAY == 4 && minute % 20 < 7;
  }

  private static void add(List<Recorded> all, String series, Values values) {
    all.add(new Recorded(series, values));
  }
}
