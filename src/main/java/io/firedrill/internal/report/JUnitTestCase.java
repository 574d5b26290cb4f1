package io.firedrill.internal.report;

import io.firedrill.internal.result.ErrorResult;
import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FailureResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.text.RepeatedSections;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one test in JUnit XML. */
final class JUnitTestCase {

  private final XMLStreamWriter xml;
  private final String file;

  JUnitTestCase(XMLStreamWriter xml, String file) {
    this.xml = xml;
    this.file = file;
  }

  void write(TestResult test) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("name", test.name());
    attribute("classname", className(file));
    attribute("file", file);
    attribute("line", String.valueOf(test.line()));
    attribute("time", JUnitXml.seconds(JUnitXml.millis(test)));
    if (test.error().isPresent()) {
      ErrorResult error = test.error().get();
      element(
          "error",
          error.summary().lines().findFirst().orElse(""),
          "run_error",
          test.extras().map(Extras::errorText).orElse(error.summary()));
    } else if (!test.failures().isEmpty()) {
      failure(test.failures());
    }
    if (!test.warnings().isEmpty()) {
      xml.writeCharacters("\n      ");
      systemOut(xml, test.warnings());
      xml.writeCharacters("\n    ");
    }
    xml.writeEndElement();
  }

  /** One element for all failures: several are allowed, but most readers show only the first. */
  private void failure(List<FailureResult> failures) throws XMLStreamException {
    FailureResult first = failures.get(0);
    String more = failures.size() > 1 ? " (and " + (failures.size() - 1) + " more)" : "";
    element(
        "failure",
        first.summary() + more,
        first.kind().toString(),
        String.join(
            "\n\n", RepeatedSections.leftOut(failures.stream().map(FailureResult::text).toList())));
  }

  private void element(String name, String message, String type, String text)
      throws XMLStreamException {
    xml.writeCharacters("\n      ");
    xml.writeStartElement(name);
    attribute("message", message);
    attribute("type", type);
    xml.writeCharacters(JUnitXml.printable(text));
    xml.writeEndElement();
    xml.writeCharacters("\n    ");
  }

  /** Writes warnings as output, because CI systems also show the output of tests that passed. */
  static void systemOut(XMLStreamWriter xml, List<WarningResult> warnings)
      throws XMLStreamException {
    xml.writeStartElement("system-out");
    xml.writeCharacters(
        JUnitXml.printable(
            warnings.stream().map(WarningResult::text).collect(Collectors.joining("\n"))));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, JUnitXml.printable(value));
  }

  /** Replaces dots, which CI systems take for separators of packages. */
  private static String className(String file) {
    return file.replaceAll("\\.ya?ml$", "").replaceAll("^[./]+", "").replace('/', '.');
  }
}
