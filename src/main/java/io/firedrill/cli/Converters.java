package io.firedrill.cli;

import io.firedrill.report.Annotations;
import io.firedrill.rig.choice.Backend;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How options' texts become values. */
final class Converters {

  private Converters() {}

  /** A number of jobs: a whole number, or {@code auto} for one a processor. */
  static final class Jobs implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.equals("auto")) {
        return Runtime.getRuntime().availableProcessors();
      }
      if (!text.matches("[1-9][0-9]{0,2}")) {
        throw new TypeConversionException("expected auto, or a number from 1 to 999: " + text);
      }
      return Integer.valueOf(text);
    }
  }

  /** A part of a suite: {@code 2/5}. */
  static final class ShardName implements ITypeConverter<Shard> {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    @Override
    public Shard convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException("expected a part like 2/5: " + text);
      }
      Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      if (shard.index() > shard.count()) {
        throw new TypeConversionException(
            "there are only %d parts: %s".formatted(shard.count(), text));
      }
      return shard;
    }
  }

  /** A regular expression. */
  static final class Regex implements ITypeConverter<Pattern> {
    @Override
    public Pattern convert(String text) {
      try {
        return Pattern.compile(text);
      } catch (PatternSyntaxException e) {
        throw new TypeConversionException(
            "not a regular expression: " + text + ": " + e.getDescription());
      }
    }
  }

  /** Where the pages of runbook links are: {@code URL=DIRECTORY}. */
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

  /** A form of annotations, in lower case. */
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
