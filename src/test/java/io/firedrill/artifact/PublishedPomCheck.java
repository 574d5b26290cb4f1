package io.firedrill.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pom that is published with the library. */
class PublishedPomCheck {

  private static Document pom() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Path.of(BuiltJar.property("published.pom")).toFile());
  }

  @Test
  void namesOnlyWhatTheApiShows() throws Exception {
    List<String> dependencies = new ArrayList<>();
    NodeList found = pom().getElementsByTagName("dependency");
    for (int i = 0; i < found.getLength(); i++) {
      Element dependency = (Element) found.item(i);
      dependencies.add(text(dependency, "artifactId") + " " + text(dependency, "scope"));
    }

    assertThat(dependencies)
        .containsExactlyInAnyOrder(
            "assertj-core compile",
            "junit-jupiter-api provided",
            "junit-platform-launcher provided",
            "slf4j-api compile",
            "testcontainers compile");
  }

  @Test
  void hasWhatMavenCentralRequires() throws Exception {
    Element project = pom().getDocumentElement();

    for (String required :
        List.of("name", "description", "url", "licenses", "developers", "scm", "issueManagement")) {
      assertThat(text(project, required)).as(required).isNotBlank();
    }
    assertThat(project.getElementsByTagName("build").getLength()).isZero();
    assertThat(project.getElementsByTagName("parent").getLength()).isZero();
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
