package io.firedrill.junit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The name of a drill in records.
 *
 * @param ofClass the test class's full name
 * @param ofTest the method's name, with JUnit's display name of the invocation if it runs several
 *     times; empty for a drill of the whole class
 */
record TestName(String ofClass, String ofTest) {

  static TestName of(ExtensionContext context) {
    String method = context.getTestMethod().map(Method::getName).orElse("");
    String shown = context.getDisplayName();
    boolean plain = method.isEmpty() || shown.startsWith(method + "(");
    return new TestName(
        context.getRequiredTestClass().getName(), plain ? method : method + " " + shown);
  }
}
