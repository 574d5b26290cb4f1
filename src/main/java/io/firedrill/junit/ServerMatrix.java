package io.firedrill.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs all tests of a class, and of its nested classes, once on each of several pairs of servers.
 * Use it with {@link FiredrillTest} or a {@link FiredrillExtension}, which must then set no servers
 * themselves. Needs JUnit 5.13 or newer.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ClassTemplate
@ExtendWith(ServerMatrixProvider.class)
public @interface ServerMatrix {

  /** The Prometheus of each pair, as {@link FiredrillTest#prometheus()}. */
  String[] prometheus();

  /**
   * The Alertmanager for each Prometheus, in the same order. Default: for local processes, the one
   * that was packaged with it; in containers, the default image.
   */
  String[] alertmanager() default {};
}
