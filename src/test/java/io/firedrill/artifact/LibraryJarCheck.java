package io.firedrill.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library as it is published: it contains other libraries, under names of its own. */
class LibraryJarCheck {

  private static final String SHADED = "io.firedrill.shaded.";

  /** What the published pom names, and what comes with that. */
  private static final Set<String> GROUPS_OF_THE_POM =
      Set.of(
          "com.github.docker-java",
          "net.bytebuddy",
          "net.java.dev.jna",
          "org.apiguardian",
          "org.assertj",
          "org.junit.jupiter",
          "org.junit.platform",
          "org.opentest4j",
          "org.rnorth.duct-tape",
          "org.slf4j",
          "org.testcontainers");

  private static final String ONLY_FOR_THE_COMMAND_LINE =
      "io/firedrill/internal/(cli|comparison|lint|mutation|replay|report|revision)/.*|.*picocli.*";

  /** What OkHttp uses if it is there, and annotations, which may be missing. */
  private static final Pattern MAY_BE_MISSING =
      Pattern.compile("org\\.(bouncycastle|conscrypt|jspecify|openjsse)\\..+");

  private static final Pattern NOT_FOUND = Pattern.compile("\\s+(\\S+)\\s+-> (\\S+)\\s+not found");

  private final BuiltJar jar = BuiltJar.library();

  @Test
  void hasNoClassOfAnotherLibraryUnderItsOwnName() {
    assertThat(jar.classes())
        .isNotEmpty()
        .allMatch(name -> name.matches("io\\.firedrill\\.(internal|shaded)\\..+") || isApi(name));
    assertThat(Libraries.in(jar, "")).as("libraries with a class outside " + SHADED).isEmpty();
  }

  @Test
  void hasTheWholeApi() throws IOException {
    Path classes = Path.of("target/classes");
    try (Stream<Path> files = Files.walk(classes.resolve("io/firedrill"))) {
      Set<String> api =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(file -> file.endsWith(".class"))
              .filter(file -> isApi(file.replace('/', '.')))
              .collect(Collectors.toSet());

      assertThat(jar.files())
          .as(
              "classes of the API; those that no other class of it names are entry points in pom.xml")
          .hasSizeGreaterThan(api.size())
          .containsAll(api);
    }
  }

  @Test
  void hasNothingThatOnlyTheCommandLineNeeds() {
    assertThat(jar.files().stream())
        .filteredOn(file -> file.matches(ONLY_FOR_THE_COMMAND_LINE))
        .isEmpty();
  }

  @Test
  void refersOnlyToItselfAndToWhatItsPomNames() {
    String path =
        Libraries.all().entrySet().stream()
            .filter(e -> GROUPS_OF_THE_POM.contains(e.getKey().replaceAll(":.*", "")))
            .map(e -> e.getValue().path().toString())
            .collect(Collectors.joining(java.io.File.pathSeparator));
    StringWriter output = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(output),
                new PrintWriter(output),
                "--multi-release",
                "base",
                "-verbose:class",
                "-filter:none",
                "-cp",
                path,
                jar.path().toString());

    List<String> missing =
        output
            .toString()
            .lines()
            .map(NOT_FOUND::matcher)
            .filter(Matcher::matches)
            .filter(line -> !MAY_BE_MISSING.matcher(line.group(2)).matches())
            .map(line -> line.group(1) + " -> " + line.group(2))
            .toList();
    assertThat(status).as(output.toString()).isZero();
    assertThat(output.toString()).contains("io.firedrill.junit.FiredrillExtension");
    assertThat(missing).as("references to classes that are not there").isEmpty();
  }

  @Test
  void offersOnlyServicesThatItHas() {
    Set<String> services = new TreeSet<>(jar.files());
    services.removeIf(file -> !file.startsWith("META-INF/services/"));

    assertThat(services)
        .contains("META-INF/services/" + SHADED + "jakarta.mail.util.StreamProvider");
    for (String service : services) {
      assertThat(service.substring("META-INF/services/".length()))
          .matches("\\Q" + SHADED + "\\E.+|org\\.junit\\.platform\\..+");
      assertThat(jar.classes()).as(service).containsAll(providers(service));
    }
  }

  private List<String> providers(String service) {
    return jar.lines(service).stream()
        .map(line -> line.replaceAll("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @Test
  void hasNoFileThatAnotherLibraryLooksFor() {
    assertThat(jar.resources())
        .as("other versions of the same libraries find files by their names")
        .allMatch(
            file ->
                file.matches("io/firedrill/.+")
                    || file.matches("META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|[\\w-]+-LICENSE)")
                    || file.matches("META-INF/(jsoup/LICENSE|licenses/.+|services/.+)")
                    || file.startsWith("META-INF/firedrill-"));
  }

  @Test
  void hasTheContentHandlersOfJakartaMail() {
    String original = "META-INF/jakarta.mailcap";
    BuiltJar mail = Libraries.all().get("org.eclipse.angus:jakarta.mail");

    assertThat(handlers(jar, "META-INF/firedrill-jakarta.mailcap"))
        .isNotEmpty()
        .containsExactlyElementsOf(
            handlers(mail, original).stream()
                .map(line -> line.replace("=org.", "=" + SHADED + "org."))
                .toList())
        .allSatisfy(
            line ->
                assertThat(jar.classes())
                    .contains(line.replaceAll(".*x-java-content-handler=([^;]+).*", "$1")));
  }

  private static List<String> handlers(BuiltJar jar, String mailcap) {
    return jar.lines(mailcap).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.replaceAll("\\s+", " "))
        .toList();
  }

  private static boolean isApi(String name) {
    return name.matches("io\\.firedrill\\.(assertions|drill|junit|model)\\..+");
  }
}
