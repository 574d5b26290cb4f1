package io.firedrill.compat;

import io.firedrill.compat.PromtoolRun.Reported;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the JUnit file that newer promtools write. */
final class JunitFile {

  private JunitFile() {}

  /** The failures of each file. */
  static Map<Path, List<Reported>> read(String xml) throws IOException {
    Map<Path, List<Reported>> reports = new HashMap<>();
    for (Element suite : children(parse(xml), "testsuite")) {
      List<Reported> failures = new ArrayList<>();
      for (Element test : children(suite, "testcase")) {
        for (String kind : List.of("error", "failure")) {
          for (Element failure : children(test, kind)) {
            failures.add(
                new Reported(Optional.of(test.getAttribute("name")), failure.getTextContent()));
          }
        }
      }
      reports.put(Path.of(suite.getAttribute("name")), failures);
    }
    return reports;
  }

  private static Element parse(String xml) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      children.add((Element) nodes.item(i));
    }
    return children;
  }
}
