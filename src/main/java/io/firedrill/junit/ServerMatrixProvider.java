package io.firedrill.junit;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a class once for each pair of {@link ServerMatrix}. */
final class ServerMatrixProvider implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestClass(), ServerMatrix.class);
  }

  @Override
  public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    ServerMatrix matrix =
        AnnotationSupport.findAnnotation(testClass, ServerMatrix.class).orElseThrow();
    String[] prometheus = matrix.prometheus();
    String[] alertmanager = matrix.alertmanager();
    String target = "@ServerMatrix on " + testClass;
    if (prometheus.length == 0 || Arrays.asList(prometheus).contains("")) {
      throw new Misuse(target, "prometheus names versions or paths, at least one");
    }
    if (alertmanager.length != 0 && alertmanager.length != prometheus.length) {
      throw new Misuse(
          target,
          "alertmanager names %d, and has to name one for each of the %d of prometheus, or none"
              .formatted(alertmanager.length, prometheus.length));
    }
    return IntStream.range(0, prometheus.length)
        .mapToObj(i -> new Servers(prometheus[i], alertmanager.length == 0 ? "" : alertmanager[i]))
        .map(Invocation::new);
  }

  private record Invocation(Servers servers) implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      return servers.toString();
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      FiredrillExtension.store(context).put(Servers.class, servers);
    }
  }
}
