package io.firedrill.report;

import io.firedrill.verdict.Failure;
import io.firedrill.verdict.RunError;
import io.firedrill.verdict.ScenarioResult;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One test's part of the JUnit XML. */
final class JUnitTestCase {

  private final XMLStreamWriter xml;

  JUnitTestCase(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void write(TimedResult timed) throws XMLStreamException {
    ScenarioResult result = timed.result();
    String file = result.file().path().toString();
    xml.writeStartElement("testcase");
    attribute("name", result.scenario().name());
    attribute("classname", className(file));
    attribute("file", file);
    attribute("line", String.valueOf(result.scenario().position().line()));
    attribute("time", JUnitXml.seconds(timed.wallClock()));
    if (result.error().isPresent()) {
      RunError error = result.error().get();
      element("error", error.summary().lines().findFirst().orElse(""), "run_error", error.text());
    } else if (!result.failures().isEmpty()) {
      failure(result.failures());
    }
    xml.writeEndElement();
  }

  /** One element for all: several are allowed, but most readers show the first only. */
  private void failure(List<Failure> failures) throws XMLStreamException {
    Failure first = failures.get(0);
    String more = failures.size() > 1 ? " (and " + (failures.size() - 1) + " more)" : "";
    element(
        "failure",
        first.summary() + more,
        first.kind().toString(),
        failures.stream().map(Failure::text).collect(Collectors.joining("\n\n")));
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

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, JUnitXml.printable(value));
  }

  /** CI systems cut class names at dots into packages. */
  private static String className(String file) {
    return file.replaceAll("\\.ya?ml$", "").replaceAll("^[./]+", "").replace('/', '.');
  }
}
