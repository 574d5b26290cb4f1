package io.firedrill.junit;

import io.firedrill.internal.rig.choice.ServerChoice;
import java.util.Arrays;
import java.util.Optional;
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
      throw new Misuse(target, "prometheus must name at least one version or path");
    }
    if (alertmanager.length != 0 && alertmanager.length != prometheus.length) {
      throw new Misuse(
          target,
          "prometheus names %d servers, but alertmanager %d: name none, or one for each"
              .formatted(prometheus.length, alertmanager.length));
    }
    return IntStream.range(0, prometheus.length)
        .mapToObj(i -> pair(prometheus[i], alertmanager.length == 0 ? "" : alertmanager[i]))
        .map(Invocation::new);
  }

  private static ServerChoice pair(String prometheus, String alertmanager) {
    return new ServerChoice(Optional.empty(), prometheus, alertmanager);
  }

  private record Invocation(ServerChoice servers) implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      String name = "Prometheus " + servers.prometheus();
      return servers.alertmanager().isEmpty()
          ? name
          : name + ", Alertmanager " + servers.alertmanager();
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      FiredrillExtension.store(context).put(ServerChoice.class, servers);
    }
  }
}
