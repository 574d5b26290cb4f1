package io.firedrill.junit;

import io.firedrill.internal.rig.choice.ServerChoice;
import io.firedrill.internal.settings.FlaggedServer;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.settings.WrittenFlag;
import io.firedrill.internal.source.PrometheusDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Reads the declarations of a test class and its enclosing classes. */
final class Annotations {

  private Annotations() {}

  /**
   * The attributes of {@link FiredrillTest} on the class, completed by those of its outer classes.
   *
   * @throws Misuse if it is missing or invalid
   */
  static Declaration declaration(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    Declaration declaration = null;
    for (Class<?> type : outwards(context)) {
      Optional<FiredrillTest> annotation =
          AnnotationSupport.findAnnotation(type, FiredrillTest.class);
      if (annotation.isPresent()) {
        Declaration here = read(annotation.get(), "@FiredrillTest on " + type);
        declaration = declaration == null ? here : declaration.orElse(here);
      }
    }
    if (declaration == null) {
      throw new Misuse(
          testClass.toString(),
          "there are no rules to test; annotate it with @FiredrillTest(rules = ...)");
    }
    return declaration;
  }

  /**
   * Several declarations would conflict, because each would provide the test's drill.
   *
   * @throws Misuse if the class has more than one
   */
  static void requireOne(ExtensionContext context) {
    List<String> found = new ArrayList<>();
    boolean annotated = false;
    for (Class<?> type : outwards(context)) {
      if (!annotated && AnnotationSupport.isAnnotated(type, FiredrillTest.class)) {
        annotated = true;
        found.add("@FiredrillTest on " + type);
      }
      AnnotationSupport.findAnnotatedFields(
              type,
              RegisterExtension.class,
              field -> field.getType() == FiredrillExtension.class,
              HierarchyTraversalMode.TOP_DOWN)
          .forEach(field -> found.add(fieldName(type, field.getName())));
    }
    if (found.size() > 1) {
      throw new Misuse(
          context.getRequiredTestClass().toString(),
          "declares drills more than once: " + String.join(", ", found));
    }
  }

  /** Whether the class, or an enclosing one, runs on several pairs of servers. */
  static boolean hasMatrix(ExtensionContext context) {
    return outwards(context).stream()
        .anyMatch(type -> AnnotationSupport.isAnnotated(type, ServerMatrix.class));
  }

  private static String fieldName(Class<?> type, String field) {
    return "FiredrillExtension " + field + " of " + type;
  }

  private static List<Class<?>> outwards(ExtensionContext context) {
    List<Class<?>> classes = new ArrayList<>(List.of(context.getRequiredTestClass()));
    List<Class<?>> around = context.getEnclosingTestClasses();
    for (int i = around.size() - 1; i >= 0; i--) {
      classes.add(around.get(i));
    }
    return classes;
  }

  private static Declaration read(FiredrillTest annotation, String target) {
    Optional<Instant> start = instant(annotation.start(), target);
    Optional<Duration> interval = duration(annotation.evaluationInterval(), target);
    ServerFlags flags = flags(annotation, target);
    return new Declaration(
        target,
        Arrays.asList(annotation.rules()),
        annotation.alertmanagerConfig(),
        annotation.prometheusConfig(),
        spec -> {
          start.ifPresent(spec::start);
          interval.ifPresent(spec::evaluationInterval);
          spec.flags(flags);
        },
        new ServerChoice(Optional.empty(), annotation.prometheus(), annotation.alertmanager()));
  }

  private static ServerFlags flags(FiredrillTest annotation, String target) {
    try {
      return new ServerFlags(
          WrittenFlag.parse(FlaggedServer.PROMETHEUS, List.of(annotation.prometheusFlags())),
          WrittenFlag.parse(FlaggedServer.ALERTMANAGER, List.of(annotation.alertmanagerFlags())));
    } catch (IllegalArgumentException e) {
      throw new Misuse(target, e.getMessage());
    }
  }

  private static Optional<Instant> instant(String text, String target) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new Misuse(
          target, "start must be a time such as 2026-03-02T08:00:00Z, not \"" + text + "\"");
    }
  }

  private static Optional<Duration> duration(String text, String target) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> duration = PrometheusDuration.parse(text).filter(d -> !d.isZero());
    if (duration.isEmpty()) {
      throw new Misuse(
          target, "evaluationInterval must be a duration such as 30s or 1m, not \"" + text + "\"");
    }
    return duration;
  }
}
