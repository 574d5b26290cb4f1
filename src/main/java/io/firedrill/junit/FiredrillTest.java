package io.firedrill.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test that has a parameter of type {@link io.firedrill.drill.Drill} a drill of its own,
 * which ends with the test. {@code @BeforeEach}, {@code @AfterEach} and the constructor get the
 * test's; {@code @BeforeAll} gets one that all tests of the class share.
 *
 * <p>Files are named relative to the project's directory, where the tests run, or as {@code
 * classpath:name}. A {@code @Nested} class has what its outer class has, except for what its own
 * annotation says otherwise. The annotation can stand on another annotation.
 *
 * <p>A failed test keeps the timeline and the servers' logs; a suppressed exception names the
 * directory.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(FiredrillExtension.class)
public @interface FiredrillTest {

  /**
   * Prometheus's rule files, or {@code PrometheusRule} manifests. Patterns are allowed: {@code
   * rules/*.yml}. A name without a file is an error.
   */
  String[] rules() default {};

  /**
   * Alertmanager's configuration file. Every receiver in it is redirected to the test. Without one,
   * rules are tested, and routes are not.
   */
  String alertmanagerConfig() default "";

  /**
   * Prometheus's configuration file, whose scrape jobs scrape the targets of {@link
   * io.firedrill.drill.Drill#target}. Where the test names no rules or no evaluation interval,
   * those of the configuration count; its external labels always do. Without one, nothing is
   * scraped.
   */
  String prometheusConfig() default "";

  /**
   * The virtual time of the first evaluation, such as {@code 2026-03-02T08:00:00Z}. Default: {@code
   * 1970-01-01T00:00:00Z}.
   */
  String start() default "";

  /**
   * The virtual time from one evaluation to the next, for rule groups that name none, such as
   * {@code 30s}. Default: {@code 1m}.
   */
  String evaluationInterval() default "";

  /**
   * Which Prometheus: a version or its beginning, such as {@code 3.5}, an image, or a path.
   * Default: the setting {@code firedrill.prometheus}, or what there is.
   */
  String prometheus() default "";

  /**
   * Which Alertmanager, likewise. Default: the setting {@code firedrill.alertmanager}, or the one
   * that goes with Prometheus.
   */
  String alertmanager() default "";
}
