package io.firedrill.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides each test that has a parameter of type {@link io.firedrill.drill.Drill} with its own
 * drill, which ends with the test. {@code @BeforeEach}, {@code @AfterEach} and the constructor get
 * the same drill as the test; {@code @BeforeAll} gets one that all tests of the class share.
 *
 * <p>Paths are relative to the project's directory, in which the tests run, or have the form {@code
 * classpath:name}. A {@code @Nested} class inherits the attributes of its outer class and can
 * override them. This annotation can be used as a meta-annotation.
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
   * rules/*.yml}. A pattern or path that matches no file is an error.
   */
  String[] rules() default {};

  /**
   * Alertmanager's configuration file. Every receiver in it is redirected to the test. Without one,
   * only rules are tested.
   */
  String alertmanagerConfig() default "";

  /**
   * Prometheus's configuration file, whose scrape jobs scrape the targets of {@link
   * io.firedrill.drill.Drill#target}. If the test sets no rules or no evaluation interval, those of
   * the configuration apply; its external labels always apply. Without a configuration, nothing is
   * scraped.
   */
  String prometheusConfig() default "";

  /**
   * The virtual time of the first evaluation, such as {@code 2026-03-02T08:00:00Z}. Default: {@code
   * 1970-01-01T00:00:00Z}.
   */
  String start() default "";

  /**
   * The virtual time between evaluations of rule groups without their own interval, such as {@code
   * 30s}. Default: {@code 1m}.
   */
  String evaluationInterval() default "";

  /**
   * Command-line flags of Prometheus, without dashes: {@code "query.lookback-delta=1h"}; a name
   * alone switches a flag on. They override the project's {@code .firedrill.yml}. Flags that
   * Firedrill sets itself are refused.
   */
  String[] prometheusFlags() default {};

  /** Command-line flags of Alertmanager, in the same form: {@code "data.retention=720h"}. */
  String[] alertmanagerFlags() default {};

  /**
   * The Prometheus to use: a version, an image, or a path. For local processes, a prefix of a
   * version, such as {@code 3.5}, is allowed. Default: the setting {@code firedrill.prometheus}, or
   * any that is available.
   */
  String prometheus() default "";

  /**
   * The Alertmanager to use, in the same form. Default: the setting {@code firedrill.alertmanager},
   * or any that is available.
   */
  String alertmanager() default "";
}
