package io.firedrill.internal.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A test of a receiver on Alertmanager 0.25.0, 0.28.1 and 0.33.1, which belong to these versions.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "the Alertmanager of Prometheus {0}")
@ValueSource(strings = {"2.42", "2.53.3", "3.5.3"})
@interface ReceiverTest {}
