package io.firedrill.ml;

import io.firedrill.drill.Drill;
import io.firedrill.model.Generator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics of an ML pipeline: on a good day, unless a test changes them. */
final class Pipeline {

  static final String INGESTION =
      "pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}";
  static final String FEATURES = "pipeline_job_success_status{pipeline=\"feature_engineering\"}";
  static final String TRAINING = "pipeline_job_success_status{pipeline=\"training\"}";
  static final String LAST_INGESTION =
      "pipeline_last_successful_ingestion_timestamp_seconds{source=\"quotes\"}";
  static final String ACCURACY = "sentiment_model_validation_accuracy{model=\"news\"}";
  static final String SHARPE_RATIO = "rl_agent_backtest_sharpe_ratio{agent=\"momentum\"}";
  static final String ERRORS = "pipeline_component_errors_total{component=\"feature-store\"}";
  static final String INGESTION_UP = up("ml-pipelines", "data-ingestion");
  static final String PUSHGATEWAY_UP = up("ml-batch", "pushgateway");
  static final String BOT_UP = up("ml-services", "paper-trading-bot");

  private static final double THE_YEAR_2100 = 4102444800.0;

  private final Map<String, Double> good = new LinkedHashMap<>();
  private final Map<String, String> ill = new LinkedHashMap<>();

  Pipeline() {
    for (String job : new String[] {INGESTION, FEATURES, TRAINING}) {
      good.put(job, 1.0);
    }
    good.put(LAST_INGESTION, THE_YEAR_2100);
    good.put(ACCURACY, 0.82);
    good.put(SHARPE_RATIO, 1.4);
    good.put(ERRORS, 0.0);
    for (String target : new String[] {INGESTION_UP, PUSHGATEWAY_UP, BOT_UP}) {
      good.put(target, 1.0);
    }
  }

  private static String up(String job, String service) {
    return "up{job=\"%s\", service=\"%s\"}".formatted(job, service);
  }

  /** The same, with these values of one series, in promtool's notation. */
  Pipeline with(String series, String values) {
    good.remove(series);
    ill.put(series, values);
    return this;
  }

  /** Every job's last run, the models and the counters, which are missing if the target is down. */
  Pipeline withNoMetricsAfter(int minutes) {
    new LinkedHashMap<>(good)
        .forEach(
            (series, value) -> {
              if (!series.startsWith("up{")) {
                with(series, "%sx%d stale".formatted(value, minutes - 1));
              }
            });
    return this;
  }

  /** Feeds it to a drill. */
  void feed(Drill drill) {
    good.forEach((series, value) -> drill.series(series, Generator.steady(value)));
    ill.forEach(drill::series);
  }
}
