package io.firedrill.internal.replay;

import io.firedrill.internal.result.AlertChange;
import io.firedrill.internal.result.JsonForm;
import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.WarningResult;
import java.time.Instant;
import java.util.List;

/** Replays as JSON; equal replays make equal text. */
public final class ReplayJson {

  private static final int VERSION = 1;

  private ReplayJson() {}

  private record Root(int version, String servers, List<Replay> replays) {}

  private record Replay(
      String rules,
      Instant start,
      Instant end,
      int series,
      long samples,
      ReplaySummary summary,
      List<AlertChange> alerts,
      List<NotificationResult> notifications,
      List<WarningResult> warnings) {

    static Replay of(ReplayResult replay) {
      return new Replay(
          replay.version(),
          replay.result().start(),
          replay.result().end(),
          replay.series(),
          replay.samples(),
          ReplaySummary.of(replay),
          replay.result().alerts(),
          replay.result().notifications(),
          replay.result().warnings());
    }
  }

  /** The replay of each version. */
  public static String of(List<ReplayResult> replays) {
    return JsonForm.write(
        new Root(VERSION, replays.get(0).servers(), replays.stream().map(Replay::of).toList()));
  }
}
