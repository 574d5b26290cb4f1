package io.firedrill.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results in the XML that JUnit's runners write and CI systems read: a {@code testsuite} for each
 * file, a {@code testcase} for each test, and times in wall-clock seconds.
 */
public final class JUnitXml {

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The results of a run, grouped by file. */
  public static String of(String servers, List<TimedResult> results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JUnitXml(xml).write(servers, results);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes every character", e);
    }
    return text + "\n";
  }

  private void write(String servers, List<TimedResult> results) throws XMLStreamException {
    Map<String, List<TimedResult>> byFile =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.result().file().path().toString(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    xml.writeStartDocument("UTF-8", "1.0");
    newLine(0);
    xml.writeStartElement("testsuites");
    attribute("name", "firedrill");
    totals(results);
    for (Map.Entry<String, List<TimedResult>> file : byFile.entrySet()) {
      suite(servers, file.getKey(), file.getValue());
    }
    newLine(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String servers, String file, List<TimedResult> results)
      throws XMLStreamException {
    newLine(1);
    xml.writeStartElement("testsuite");
    attribute("name", file);
    totals(results);
    newLine(2);
    xml.writeStartElement("properties");
    newLine(3);
    xml.writeEmptyElement("property");
    attribute("name", "servers");
    attribute("value", servers);
    newLine(2);
    xml.writeEndElement();
    JUnitTestCase test = new JUnitTestCase(xml);
    for (TimedResult result : results) {
      newLine(2);
      test.write(result);
    }
    newLine(1);
    xml.writeEndElement();
  }

  private void totals(List<TimedResult> results) throws XMLStreamException {
    long errors = results.stream().filter(r -> r.result().error().isPresent()).count();
    long passed = results.stream().filter(r -> r.result().passed()).count();
    Duration time =
        results.stream().map(TimedResult::wallClock).reduce(Duration.ZERO, Duration::plus);
    attribute("tests", String.valueOf(results.size()));
    attribute("failures", String.valueOf(results.size() - passed - errors));
    attribute("errors", String.valueOf(errors));
    attribute("skipped", "0");
    attribute("time", seconds(time));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }

  /**
   * XML has no way to write most control characters and lone surrogates; they become {@code
   * \\uXXXX}.
   */
  static String printable(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (allowed(c)) {
                result.appendCodePoint(c);
              } else {
                result.append(String.format("\\u%04X", c));
              }
            });
    return result.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
