package io.firedrill.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The directory for the output of a failed test: {@code OUTPUT/CLASS/METHOD}, different for each
 * invocation.
 */
final class OutputDirectory {

  private static final Pattern INVOCATION = Pattern.compile("\\[[a-z-]*invocation:#(\\d+)]");

  private OutputDirectory() {}

  static Path of(Path output, ExtensionContext context) {
    Path ofClass = output.resolve(context.getRequiredTestClass().getName());
    String method = context.getTestMethod().map(OutputDirectory::name).orElse("");
    Matcher invocations = INVOCATION.matcher(context.getUniqueId());
    String invocation =
        invocations.results().map(m -> "-" + m.group(1)).collect(Collectors.joining());
    return ofClass.resolve((method + invocation).replaceFirst("^-", ""));
  }

  /**
   * Removes the output of an earlier failure of the test, so that it is not mistaken for this
   * run's.
   */
  static void forget(Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "{*.log,timeline.txt}")) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (DirectoryNotEmptyException e) {
      // The directory also contains other files.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the output of an earlier run", e);
    }
  }

  /** The method's name, with its parameters' types if another method has the same name. */
  private static String name(Method method) {
    long same =
        Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
            .filter(m -> m.getName().equals(method.getName()))
            .count();
    Optional<String> types =
        same == 1
            ? Optional.empty()
            : Optional.of(
                Arrays.stream(method.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining("-", "-", "")));
    return method.getName() + types.orElse("");
  }
}
