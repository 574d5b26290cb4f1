package io.firedrill.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Both jars have the licences and notices of every library that they contain. */
class LicencesCheck {

  private static final String DIRECTORY = "META-INF/licenses/";
  private static final String LIST = DIRECTORY + "THIRD-PARTY.txt";

  /** Not on the class path: the build takes its script out of it. */
  private static final String CHARTS = "org.webjars.npm:echarts";

  @Test
  void theLibraryListsItsLibraries() {
    BuiltJar jar = BuiltJar.library();

    assertThat(listed(jar, false).keySet()).isEqualTo(Libraries.in(jar, "io.firedrill.shaded."));
    assertThat(jar.files()).containsAll(texts(listed(jar, false)));
  }

  @Test
  void theCommandLineListsItsLibraries() {
    BuiltJar jar = BuiltJar.commandLine();
    Map<String, String> listed = listed(jar, true);

    assertThat(listed).containsKey(CHARTS);
    listed.remove(CHARTS);
    assertThat(listed.keySet()).isEqualTo(Libraries.in(jar, ""));
    assertThat(jar.files()).containsAll(texts(listed));
  }

  @Test
  void bothHaveTheirOwnLicenceAndTheNotices() {
    for (BuiltJar jar : new BuiltJar[] {BuiltJar.library(), BuiltJar.commandLine()}) {
      assertThat(jar.lines("META-INF/LICENSE")).anyMatch(line -> line.contains("Apache License"));
      assertThat(String.join("\n", jar.lines("META-INF/NOTICE")))
          .contains("The Apache Software Foundation", "Tatu Saloranta", "Notices for Jakarta Mail");
      assertThat(jar.files())
          .contains("META-INF/FastDoubleParser-LICENSE", "META-INF/jsoniter-scala-LICENSE");
    }
  }

  /** The libraries of the list, and the names of their texts. */
  private static Map<String, String> listed(BuiltJar jar, boolean commandLine) {
    Map<String, String> libraries = new TreeMap<>();
    for (String line : jar.lines(LIST)) {
      if (line.startsWith("Only in the command line") && !commandLine) {
        return libraries;
      }
      if (line.matches("[\\w.-]+:[\\w.-]+ .+")) {
        libraries.put(line.replaceAll(" .*", ""), line.replaceAll("^\\S+ +", ""));
      }
    }
    return libraries;
  }

  private static Set<String> texts(Map<String, String> listed) {
    Set<String> texts = new TreeSet<>();
    listed
        .values()
        .forEach(
            names -> Arrays.stream(names.split(" ")).map(DIRECTORY::concat).forEach(texts::add));
    return texts;
  }
}
