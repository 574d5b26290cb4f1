package io.firedrill.junit;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.rig.choice.ServerChoice;
import io.firedrill.internal.settings.FlaggedServer;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.junit.TestDrill.Scope;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Provides tests with drills. {@link FiredrillTest} registers it; {@link #builder()} makes one for
 * {@link org.junit.jupiter.api.extension.RegisterExtension}, in a static field for all tests of the
 * class and its nested classes, or in an instance field for the tests of each instance.
 */
public final class FiredrillExtension
    implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(FiredrillExtension.class);

  private final Optional<Declaration> declared;

  /** For {@link FiredrillTest}, which declares the drill. */
  FiredrillExtension() {
    this.declared = Optional.empty();
  }

  FiredrillExtension(Declaration declared) {
    this.declared = Optional.of(declared);
  }

  /** A builder with the attributes of {@link FiredrillTest}. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Annotations.requireOne(context);
    store(context).put(DrillSetup.class, readSetup(context));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() != Drill.class) {
      return false;
    }
    return plainly(
        () -> {
          Annotations.requireOne(context);
          return true;
        });
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    DrillParameters.requireOne(parameter.getDeclaringExecutable());
    return plainly(() -> drill(context).drill());
  }

  /** Converts errors to the only exception whose message JUnit does not change. */
  private static <T> T plainly(Supplier<T> resolution) {
    try {
      return resolution.get();
    } catch (Misuse e) {
      throw new ParameterResolutionException(e.getMessage(), e);
    }
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    present(context).ifPresent(drill -> new Aftermath(drill, context).ofTest());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    present(context).ifPresent(drill -> new Aftermath(drill, context).ofClass());
  }

  /** The drill of the test's class, if it has one, or else of the test. */
  private TestDrill drill(ExtensionContext context) {
    DrillSetup setup = setup(context);
    return present(context)
        .filter(drill -> drill.setup().equals(setup))
        .orElseGet(
            () -> {
              TestDrill drill =
                  new TestDrill(
                      setup,
                      scope(context),
                      shared(context),
                      TestName.of(context),
                      JvmCoverage.of(Settings.of(context)));
              store(context).put(TestDrill.class, drill);
              return drill;
            });
  }

  private static Optional<TestDrill> present(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(TestDrill.class, TestDrill.class));
  }

  private static Scope scope(ExtensionContext context) {
    boolean container =
        context.getTestMethod().isEmpty()
            || AnnotationSupport.isAnnotated(context.getTestMethod(), TestFactory.class);
    return container ? Scope.CONTAINER : Scope.TEST;
  }

  private DrillSetup setup(ExtensionContext context) {
    DrillSetup setup = store(context).get(DrillSetup.class, DrillSetup.class);
    DrillSetup known = setup == null ? readSetup(context) : setup;
    return servers(context)
        .map(servers -> known.on(Settings.of(context).servers(servers)))
        .orElse(known);
  }

  private DrillSetup readSetup(ExtensionContext context) {
    String target = "FiredrillExtension of " + context.getRequiredTestClass();
    Declaration declaration =
        declared.map(d -> d.at(target)).orElseGet(() -> Annotations.declaration(context));
    if (!declaration.servers().equals(ServerChoice.open()) && Annotations.hasMatrix(context)) {
      throw new Misuse(
          declaration.target(), "sets servers, and so does @ServerMatrix; only one of them may");
    }
    ClassLoader loader = context.getRequiredTestClass().getClassLoader();
    return declaration.setup(Settings.of(context), loader);
  }

  /** The servers of this run of a {@link ServerMatrix}. */
  private static Optional<ServerChoice> servers(ExtensionContext context) {
    Optional<ServerChoice> servers =
        Optional.ofNullable(store(context).get(ServerChoice.class, ServerChoice.class));
    if (servers.isEmpty() && Annotations.hasMatrix(context)) {
      throw new Misuse(
          "@ServerMatrix on " + context.getRequiredTestClass(),
          "a drill of the whole class has no pair of servers; use a parameter of @BeforeEach, "
              + "or of @BeforeAll of a nested class");
    }
    return servers;
  }

  /** JUnit closes it after all tests. */
  @SuppressWarnings("deprecation") // Its replacement does not exist in JUnit 5.
  private static SharedRigs shared(ExtensionContext context) {
    Store ofAllTests = context.getRoot().getStore(NAMESPACE);
    return ofAllTests.getOrComputeIfAbsent(
        SharedRigs.class, any -> SharedRigs.share(Settings.of(context)), SharedRigs.class);
  }

  static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** Builds extensions. All times are virtual. */
  public static final class Builder {

    private List<String> rules = List.of();
    private String alertmanagerConfig = "";
    private String prometheusConfig = "";
    private Consumer<DrillSpec.Builder> settings = spec -> {};
    private String prometheus = "";
    private String alertmanager = "";

    private Builder() {}

    /** The rule files, named as in {@link FiredrillTest#rules()}; at least one. */
    public Builder rules(String... names) {
      rules = List.of(names);
      return this;
    }

    /** Alertmanager's configuration, as {@link FiredrillTest#alertmanagerConfig()}. */
    public Builder alertmanagerConfig(String name) {
      alertmanagerConfig = name;
      return this;
    }

    /** Prometheus's configuration, as {@link FiredrillTest#prometheusConfig()}. */
    public Builder prometheusConfig(String name) {
      prometheusConfig = name;
      return this;
    }

    /** The time of the first evaluation, in whole milliseconds, from 1970 to 2261. */
    public Builder start(Instant time) {
      return set(spec -> spec.start(time));
    }

    /** The virtual time between evaluations of rule groups without their own interval. */
    public Builder evaluationInterval(Duration time) {
      return set(spec -> spec.evaluationInterval(time));
    }

    /**
     * Prometheus's external labels, as alternating names and values.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    public Builder externalLabels(String... namesAndValues) {
      Labels labels = Labels.of(namesAndValues);
      return set(spec -> spec.externalLabels(labels));
    }

    /** Prometheus's external URL, for templates. */
    public Builder externalUrl(String url) {
      return set(spec -> spec.externalUrl(url));
    }

    /**
     * A command-line flag of Prometheus, as in {@link FiredrillTest#prometheusFlags()}; {@code
     * true} and {@code false} switch a flag on and off.
     *
     * @throws IllegalArgumentException if Firedrill sets the flag itself, or cannot work with it
     */
    public Builder prometheusFlag(String name, String value) {
      ServerFlags flag = ServerFlags.NONE.with(FlaggedServer.PROMETHEUS, name, value);
      return set(spec -> spec.flags(flag));
    }

    /**
     * A command-line flag of Alertmanager, in the same form.
     *
     * @throws IllegalArgumentException if Firedrill sets the flag itself, or cannot work with it
     */
    public Builder alertmanagerFlag(String name, String value) {
      ServerFlags flag = ServerFlags.NONE.with(FlaggedServer.ALERTMANAGER, name, value);
      return set(spec -> spec.flags(flag));
    }

    /** The Prometheus to use, as {@link FiredrillTest#prometheus()}. */
    public Builder prometheus(String versionOrPath) {
      prometheus = versionOrPath;
      return this;
    }

    /** The Alertmanager to use, as {@link FiredrillTest#alertmanager()}. */
    public Builder alertmanager(String versionOrPath) {
      alertmanager = versionOrPath;
      return this;
    }

    private Builder set(Consumer<DrillSpec.Builder> setting) {
      settings = settings.andThen(setting);
      return this;
    }

    /** Builds the extension. Files are read when the tests run. */
    public FiredrillExtension build() {
      return new FiredrillExtension(
          new Declaration(
              "",
              rules,
              alertmanagerConfig,
              prometheusConfig,
              settings,
              new ServerChoice(Optional.empty(), prometheus, alertmanager)));
    }
  }
}
