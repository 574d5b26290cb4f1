package io.firedrill.internal.prometheus;

import io.firedrill.internal.prometheus.wire.Label;
import io.firedrill.internal.prometheus.wire.TimeSeries;
import io.firedrill.internal.prometheus.wire.WriteRequest;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.util.List;

/** Encodes series as the protobuf message of remote write 1.0. */
final class WriteRequestEncoder {

  // The staleness marker: StaleNaN in Prometheus's model/value.
  static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

  private WriteRequestEncoder() {}

  static byte[] encode(List<Series> series) {
    WriteRequest.Builder request = WriteRequest.newBuilder();
    series.forEach(s -> request.addTimeseries(timeSeries(s)));
    return request.build().toByteArray();
  }

  private static TimeSeries timeSeries(Series series) {
    TimeSeries.Builder wire = TimeSeries.newBuilder();
    // Labels are ordered by name, as the protocol requires.
    series
        .labels()
        .asMap()
        .forEach((name, value) -> wire.addLabels(Label.newBuilder().setName(name).setValue(value)));
    series.samples().forEach(sample -> add(wire, sample));
    return wire.build();
  }

  private static void add(TimeSeries.Builder wire, Sample sample) {
    long time = Timestamps.millis(sample.time());
    if (sample.value() instanceof SampleValue.Histogram h) {
      wire.addHistograms(HistogramEncoder.encode(h.histogram(), time));
      return;
    }
    double value = sample.value() instanceof SampleValue.Number n ? n.value() : STALE;
    wire.addSamples(
        io.firedrill.internal.prometheus.wire.Sample.newBuilder()
            .setValue(value)
            .setTimestamp(time));
  }
}
