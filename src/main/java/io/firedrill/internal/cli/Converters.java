package io.firedrill.internal.cli;

import io.firedrill.internal.coverage.CoverageMinimum;
import io.firedrill.internal.recording.NotANumber;
import io.firedrill.internal.recording.RecordingFormat;
import io.firedrill.internal.report.Annotations;
import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.choice.Backend;
import io.firedrill.internal.source.GoRegex;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.suite.Shard;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the values of options. */
final class Converters {

  private Converters() {}

  /** A number of jobs: a whole number, or {@code auto}. */
  static final class Jobs implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.equals("auto")) {
        return AutomaticJobs.ofThisMachine();
      }
      if (!text.matches("[1-9][0-9]{0,2}")) {
        throw new TypeConversionException("expected auto, or a number from 1 to 999: " + text);
      }
      return Integer.valueOf(text);
    }
  }

  /** A part of a suite: {@code 2/5}, or {@code auto}, which depends on the environment. */
  static final class ShardName implements ITypeConverter<Function<Map<String, String>, Shard>> {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    @Override
    public Function<Map<String, String>, Shard> convert(String text) {
      if (text.equals("auto")) {
        return CiShard::of;
      }
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException("expected auto, or a part like 2/5: " + text);
      }
      Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      if (shard.index() > shard.count()) {
        throw new TypeConversionException(
            "there are only %d parts: %s".formatted(shard.count(), text));
      }
      return environment -> shard;
    }
  }

  /** A Go regular expression, as in promtool. */
  static final class Regex implements ITypeConverter<GoRegex> {
    @Override
    public GoRegex convert(String text) {
      try {
        return GoRegex.compile(text);
      } catch (GoRegex.BadRegexException e) {
        throw new TypeConversionException(
            "not a regular expression: " + text + ": " + e.getMessage());
      }
    }
  }

  /** A virtual instant: RFC 3339, or Unix seconds; in whole milliseconds. */
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        Instant time =
            text.matches("[0-9]{1,12}")
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
        return time.truncatedTo(ChronoUnit.MILLIS);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "expected a time such as 2026-03-02T08:00:00Z, or Unix seconds: " + text);
      }
    }
  }

  /** A virtual duration longer than zero, in Prometheus's notation. */
  static final class Interval implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return PrometheusDuration.parse(text)
          .filter(duration -> !duration.isZero())
          .orElseThrow(
              () -> new TypeConversionException("expected a duration such as 30s or 1m: " + text));
    }
  }

  /** The format of a recording, in lower case. */
  static final class DataFormat implements ITypeConverter<RecordingFormat> {
    @Override
    public RecordingFormat convert(String text) {
      return constant(RecordingFormat.values(), text);
    }
  }

  /** The meaning of NaN, in lower case. */
  static final class Nan implements ITypeConverter<NotANumber> {
    @Override
    public NotANumber convert(String text) {
      return constant(NotANumber.values(), text);
    }
  }

  private static <T extends Enum<T>> T constant(T[] constants, String text) {
    List<String> words =
        Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    if (!words.contains(text)) {
      throw new TypeConversionException(
          "expected %s: %s".formatted(String.join(", ", words), text));
    }
    return constants[words.indexOf(text)];
  }

  /** The directory that holds the pages of runbook links: {@code URL=DIRECTORY}. */
  static final class RunbookDirectory implements ITypeConverter<Map.Entry<String, Path>> {
    @Override
    public Map.Entry<String, Path> convert(String text) {
      int equals = text.lastIndexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw new TypeConversionException("expected URL=DIR: " + text);
      }
      return Map.entry(text.substring(0, equals), Path.of(text.substring(equals + 1)));
    }
  }

  /** The required coverage. */
  static final class Minimum implements ITypeConverter<CoverageMinimum> {
    @Override
    public CoverageMinimum convert(String text) {
      try {
        return CoverageMinimum.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A percentage from 0 to 100. */
  static final class Percent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3})?") || Double.parseDouble(text) > 100) {
        throw new TypeConversionException("expected a percentage from 0 to 100: " + text);
      }
      return Double.valueOf(text);
    }
  }

  /** A backend, in lower case. */
  static final class BackendName implements ITypeConverter<Backend> {
    @Override
    public Backend convert(String text) {
      return Arrays.stream(Backend.values())
          .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst()
          .orElseThrow(
              () -> new TypeConversionException("expected auto, docker or local: " + text));
    }
  }

  /** On or off. */
  static final class ForkingName implements ITypeConverter<Forking> {
    @Override
    public Forking convert(String text) {
      return Arrays.stream(Forking.values())
          .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("expected on or off: " + text));
    }
  }

  /** A format of annotations, in lower case. */
  static final class AnnotationForm implements ITypeConverter<Annotations> {
    @Override
    public Annotations convert(String text) {
      return Arrays.stream(Annotations.values())
          .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("expected github or gnu: " + text));
    }
  }
}
