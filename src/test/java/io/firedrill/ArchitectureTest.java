package io.firedrill;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.annotation.Testable;

/** The dependencies that are allowed between packages. */
class ArchitectureTest {

  private static final String ROOT = "io.firedrill";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final String INTERNAL = ROOT + ".internal";
  private static final String GENERATED = INTERNAL + ".prometheus.wire";

  /** The packages that users' tests may import; all others are internal by name. */
  private static final Set<String> API = Set.of("assertions", "drill", "junit", "model");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @ParameterizedTest(name = "{0} imports {1}")
  @CsvSource({
    "model, ''",
    "text, ''",
    "timeline, model",
    "files, ''",
    "http, ''",
    "source, text",
    "series, model source",
    "recording, model series source",
    "snapshot, source files",
    "revision, files",
    "settings, source",
    "scenario, model series source snapshot receiver settings manifest",
    "clock, model",
    "rig, model clock http",
    "rig.process, model clock rig files",
    "rig.container, model clock rig",
    "rig.choice, model clock rig rig.process rig.container",
    "vetting, source",
    "prometheus.., model source promql manifest vetting http",
    "receiver, model timeline source relay",
    "manifest, source promql model",
    "alertmanager, model source series manifest vetting receiver http",
    "relay, clock model http",
    "capture, model timeline relay receiver",
    "target, model relay clock rig rig.process",
    "promql, model source",
    "lint, model source promql manifest prometheus",
    "verdict, text model timeline source snapshot scenario prometheus coverage",
    "explain, model timeline source scenario settings alertmanager verdict",
    "relevance, model source promql prometheus",
    "ruletrace, model timeline source promql prometheus relevance scenario verdict",
    "run,"
        + " model timeline source promql manifest recording scenario settings clock rig vetting prometheus alertmanager"
        + " relay receiver capture verdict explain relevance ruletrace coverage target files",
    "conformance," + " model source files http prometheus alertmanager clock rig run scenario",
    "drill, model scenario",
    "live,"
        + " drill model timeline source series recording scenario settings clock rig prometheus alertmanager explain verdict"
        + " relevance ruletrace coverage target run",
    "suite,"
        + " model timeline text source series promql manifest snapshot scenario settings clock rig prometheus alertmanager"
        + " explain verdict relevance ruletrace coverage run target result comparison revision",
    "mutation.operator, model source series promql prometheus receiver",
    "mutation,"
        + " mutation.operator model timeline text source promql prometheus scenario alertmanager rig run"
        + " verdict suite",
    "inversion, model source promql",
    "generation,"
        + " model source series promql prometheus alertmanager files rig run ruletrace verdict result inversion",
    "assertions, model timeline text source series snapshot scenario prometheus verdict drill live run",
    "coverage, model source promql scenario prometheus alertmanager",
    "result, model timeline source scenario verdict coverage",
    "report, text model source promql lint verdict coverage result",
    "comparison, text model source verdict result",
    "replay, model source promql recording prometheus rig verdict alertmanager live run result report",
  })
  void importsOnlyWhatItMay(String name, String allowed) {
    String[] own =
        Stream.concat(Stream.of(name), words(allowed))
            .map(ArchitectureTest::full)
            .toArray(String[]::new);

    check(
        classes()
            .that()
            .resideInAPackage(full(name))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(own)))
            .because("the parts shall be understood, tested and replaced one by one"));
  }

  @Test
  void knowsEveryPackage() {
    String[] known =
        words(
                "model timeline text files http source promql manifest series recording scenario settings clock rig rig.process rig.container rig.choice prometheus relevance ruletrace"
                    + " prometheus.wire vetting alertmanager relay receiver capture target lint verdict explain"
                    + " run conformance drill live suite mutation mutation.operator"
                    + " assertions coverage result report replay comparison revision snapshot"
                    + " inversion generation"
                    + " junit cli")
            .map(ArchitectureTest::full)
            .toArray(String[]::new);

    check(
        classes()
            .should()
            .resideInAnyPackage(known)
            .because("a new package needs a line in the table of what it may import"));
  }

  @Test
  void hasNoCycles() {
    check(
        slices()
            .matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one"));
  }

  @Test
  void keepsEntryPointsOnTop() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".junit..", INTERNAL + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".junit..", INTERNAL + ".cli..")
            .because("JUnit and the command line are two ways in, not parts of the engine"));
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "org.testcontainers.. com.github.dockerjava.., rig.container",
    "org.junit.., junit",
    "org.opentest4j.., assertions junit",
    "org.assertj.., assertions",
    "org.jspecify.., assertions drill junit model",
    "picocli.., cli",
    "com.google.protobuf.., prometheus..",
    "org.apache.commons.compress.., prometheus rig.process rig.container",
    "okhttp3.. okio.. kotlin.., http relay",
    "org.apache.hc.., relay",
    "com.google.re2j.., source",
    "at.favre.lib.., rig",
    "com.icegreen.., capture",
    "jakarta.mail.. org.jsoup.., receiver capture text",
    "org.snakeyaml.. tools.jackson.dataformat.., source scenario prometheus alertmanager",
    "tools.jackson..,"
        + " source recording scenario prometheus alertmanager receiver target verdict coverage result"
        + " report replay comparison conformance mutation cli",
    "com.github.difflib.., comparison verdict",
  })
  void keepsLibrariesWhereTheyBelong(String libraries, String packages) {
    String[] homes = words(packages).map(ArchitectureTest::full).toArray(String[]::new);

    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(homes)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(words(libraries).toArray(String[]::new))
            .because("a library can only be replaced where few know it"));
  }

  @Test
  void exposesNoLibraryTypes() {
    check(
        publicClasses()
            .should(show(ArchitectureTest::isShowable))
            .because("a library's type in a signature makes its version the user's concern"));
  }

  @Test
  void hasNoBooleanParameters() {
    check(
        publicApi()
            .should(takeOnly(type -> !type.isEquivalentTo(boolean.class)))
            .because("true and false do not say at the call what they mean"));
  }

  @Test
  void printsOnlyInTheCommandLine() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + ".cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a library's output belongs to whoever calls it"));
  }

  @Test
  void writesFilesInOnePlace() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + ".files")
            // Its own cache, to which files are only added by a rename.
            .and()
            .resideOutsideOfPackage(INTERNAL + ".rig.process")
            .should()
            .callMethodWhere(
                describe(
                    "a file is written by its name",
                    call ->
                        call.getTargetOwner().isEquivalentTo(Files.class)
                            && call.getName()
                                .matches("write|writeString|new.*(Writer|OutputStream)")))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(FileWriter|RandomAccessFile)")
            .because(
                "a file that is written by its name can be seen half, and leads through links"));
  }

  @Test
  void makesTemporaryFilesInOnePlace() throws IOException {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + ".files")
            .should()
            .callMethod(
                Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
            .orShould()
            .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
            .because("Java does not honour TMPDIR"));
    for (Path file : sources()) {
      if (!file.endsWith("TemporaryFiles.java")) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContain("java.io.tmpdir");
      }
    }
  }

  @Test
  void neverSleeps() {
    check(
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .because("what waits for the wall clock is slow, and fails on a busy machine"));
  }

  @Test
  void hasNoUtilityPackages() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helpers..", "..misc..")
            .because("a class belongs where its subject is"));
  }

  @Test
  void documentsEveryPackage() throws IOException {
    List<Path> silent =
        sources().stream()
            .map(Path::getParent)
            .distinct()
            .filter(p -> !Files.exists(p.resolve("package-info.java")))
            .toList();

    assertThat(silent).as("packages without package-info.java").isEmpty();
  }

  @Test
  void documentsEveryPublicType() throws IOException {
    List<Path> silent = sources().stream().filter(file -> !isDocumented(file)).toList();

    assertThat(silent).as("public types without Javadoc").isEmpty();
  }

  @Test
  void namesTestsConsistently() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);

    methods()
        .that()
        .areMetaAnnotatedWith(Testable.class)
        .should()
        .haveNameMatching("(?!(test|should)[A-Z])[a-z][a-zA-Z0-9]*")
        .andShould(
            condition(
                "be in a class that Maven runs, or of a check that is run by hand",
                method -> outermost(method.getOwner()).matches(".+(Test|Benchmark|Check)")))
        .because("a test's name says what holds, and is written as all other methods are")
        .check(tests);
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type.getSimpleName());
  }

  @Test
  void hasSmallFiles() throws IOException {
    List<Integer> lengths = sources().stream().map(file -> lines(file).size()).sorted().toList();

    assertThat(lengths.get(lengths.size() / 2)).as("median of lines a file").isLessThan(100);
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  private static GivenMethodsConjunction publicApi() {
    return methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages(GENERATED, INTERNAL + ".cli..");
  }

  private static GivenClassesConjunction publicClasses() {
    return classes()
        .that()
        .arePublic()
        .and()
        .resideOutsideOfPackages(GENERATED, INTERNAL + ".cli..");
  }

  private static ArchCondition<JavaClass> show(Predicate<JavaClass> showable) {
    return new ArchCondition<>("show only our own, JDK, JUnit and AssertJ types") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        shown(type)
            .filter(shown -> !showable.test(shown))
            .forEach(
                shown ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " shows " + shown.getName())));
      }
    };
  }

  /** All types in a class's declaration and in those of its visible members. */
  private static Stream<JavaClass> shown(JavaClass type) {
    Stream<JavaType> declared =
        Stream.of(
                type.getSuperclass().stream(),
                type.getInterfaces().stream(),
                type.getAnnotations().stream().map(JavaAnnotation::getRawType),
                type.getFields().stream()
                    .filter(ArchitectureTest::isVisible)
                    .map(JavaField::getType),
                type.getCodeUnits().stream()
                    .filter(ArchitectureTest::isVisible)
                    .flatMap(
                        unit ->
                            Stream.concat(
                                Stream.of(unit.getReturnType()),
                                unit.getParameterTypes().stream())))
            .flatMap(types -> types);
    return declared.flatMap(shown -> shown.getAllInvolvedRawTypes().stream());
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaMethod> takeOnly(Predicate<JavaClass> type) {
    return condition(
        "take no boolean", method -> method.getRawParameterTypes().stream().allMatch(type));
  }

  private static ArchCondition<JavaMethod> condition(String text, Predicate<JavaMethod> holds) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        events.add(new SimpleConditionEvent(method, holds.test(method), method.getDescription()));
      }
    };
  }

  private static boolean isShowable(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return type.getBaseComponentType().isPrimitive()
        || (name.startsWith(ROOT) && !name.equals(GENERATED))
        || Stream.of("java.", "org.junit.", "org.assertj.").anyMatch((name + ".")::startsWith);
  }

  private static String full(String name) {
    return (API.contains(name) ? ROOT : INTERNAL) + "." + name;
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(p -> p.toString().endsWith(".java")).toList();
    }
  }

  /**
   * Whether the public type, if there is one, has a comment above it, perhaps followed by
   * annotations.
   */
  private static boolean isDocumented(Path file) {
    List<String> lines = lines(file);
    int line = 0;
    while (line < lines.size() && !lines.get(line).startsWith("public ")) {
      line++;
    }
    int above = line - 1;
    while (above > 0 && lines.get(above).matches("@.*|  .*|}?\\)")) {
      above--;
    }
    return line == lines.size() || lines.get(above).endsWith("*/");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
