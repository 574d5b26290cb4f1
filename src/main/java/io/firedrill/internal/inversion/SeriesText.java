package io.firedrill.internal.inversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the values of one series in promtool's notation, part by part. */
final class SeriesText {

  private final double step;
  private final List<String> tokens = new ArrayList<>();
  private int at;
  private double last = Double.NaN;
  private String lastToken = "";
  private int lastCount;
  private long observations;

  SeriesText(double step) {
    this.step = step;
  }

  /** Adds a part of so many samples. */
  void add(Shape shape, int samples) {
    if (samples <= 0) {
      return;
    }
    switch (shape.kind()) {
      case GONE -> gap(samples);
      case LINE -> line(shape, samples);
      case CHANGING -> changing(shape, samples);
      case RESTARTING -> restarting(shape, samples);
      case SWINGING -> swinging(shape, samples);
      case SPARSE -> sparse(shape, samples);
      case HISTOGRAM -> histogram(shape, samples);
    }
    at += samples;
  }

  private void gap(int samples) {
    flush();
    tokens.add(samples == 1 ? "_" : "_x" + samples);
  }

  private void constant(double value, int samples) {
    String token = NiceNumbers.text(value);
    if (!token.equals(lastToken)) {
      flush();
      lastToken = token;
    }
    lastCount += samples;
    last = value;
  }

  private void flush() {
    if (lastCount > 0) {
      tokens.add(lastCount == 1 ? lastToken : lastToken + "x" + (lastCount - 1));
    }
    lastToken = "";
    lastCount = 0;
  }

  private void line(Shape shape, int samples) {
    double delta = NiceNumbers.clean(shape.slope().orElse(0) * step);
    double first =
        shape.level().isPresent()
            ? shape.level().getAsDouble() + shape.slope().orElse(0) * step * at
            : Double.isNaN(last) ? 0 : last + delta;
    rising(NiceNumbers.clean(first), delta, samples);
  }

  private void rising(double first, double delta, int samples) {
    if (delta == 0 || samples == 1) {
      constant(first, samples);
      return;
    }
    flush();
    String sign = delta < 0 ? "-" : "+";
    tokens.add(
        NiceNumbers.text(first) + sign + NiceNumbers.text(Math.abs(delta)) + "x" + (samples - 1));
    last = NiceNumbers.clean(first + delta * (samples - 1));
  }

  /** How many samples lie between two events, of which there are so many a second. */
  private int distance(double perSecond) {
    return (int) Math.max(1, Math.floor(1 / (perSecond * step) + 1e-9));
  }

  private void changing(Shape shape, int samples) {
    int distance = distance(shape.size());
    double low = shape.level().orElse(0);
    for (int done = 0; done < samples; ) {
      int part = Math.min(distance, samples - done);
      constant(last == low ? low + 1 : low, part);
      done += part;
    }
  }

  private void restarting(Shape shape, int samples) {
    int distance = Math.max(2, distance(shape.size()));
    for (int done = 0; done < samples; ) {
      int part = Math.min(distance, samples - done);
      rising(1, 1, part);
      done += part;
    }
  }

  private void swinging(Shape shape, int samples) {
    double middle = shape.level().orElse(0);
    for (int i = 0; i < samples; i++) {
      constant(i % 2 == 0 ? middle + shape.size() : middle - shape.size(), 1);
    }
  }

  private void sparse(Shape shape, int samples) {
    int distance = distance(shape.size());
    for (int done = 0; done < samples; done += distance) {
      constant(shape.level().orElse(1), 1);
      int gap = Math.min(distance, samples - done) - 1;
      if (gap > 0) {
        gap(gap);
      }
    }
  }

  private void histogram(Shape shape, int samples) {
    flush();
    double value = shape.level().orElse(1);
    int bucket = value > 0 ? (int) Math.ceil(Math.log(value) / Math.log(2) - 1e-9) : 0;
    long each = Math.max(1, Math.round(shape.slope().orElse(1) * step));
    String added = one(value, each, bucket);
    observations += each;
    String first = one(value, observations, bucket);
    tokens.add(samples == 1 ? first : first + "+" + added + "x" + (samples - 1));
    observations += each * (samples - 1);
  }

  private static String one(double value, long count, int bucket) {
    return String.format(
        Locale.ROOT,
        "{{schema:0 sum:%s count:%d buckets:[%d] offset:%d}}",
        NiceNumbers.text(value * count),
        count,
        count,
        bucket);
  }

  @Override
  public String toString() {
    flush();
    return String.join(" ", tokens);
  }
}
