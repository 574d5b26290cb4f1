package io.firedrill.internal.report;

import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results in JUnit XML, which CI systems read: a {@code testsuite} for each file, a {@code
 * testcase} for each test, and times in wall-clock seconds.
 */
public final class JUnitXml {

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The results of a run. Tests without a recorded duration get the time 0. */
  public static String of(SuiteResult result) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JUnitXml(xml).write(result);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes every character", e);
    }
    return text + "\n";
  }

  private void write(SuiteResult result) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine(0);
    xml.writeStartElement("testsuites");
    attribute("name", "firedrill");
    totals(result.tests().toList());
    for (FileResult file : result.files()) {
      suite(result.servers(), file);
    }
    newLine(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String servers, FileResult file) throws XMLStreamException {
    newLine(1);
    xml.writeStartElement("testsuite");
    attribute("name", file.path());
    totals(file.tests());
    newLine(2);
    xml.writeStartElement("properties");
    newLine(3);
    xml.writeEmptyElement("property");
    attribute("name", "servers");
    attribute("value", servers);
    newLine(2);
    xml.writeEndElement();
    JUnitTestCase testCase = new JUnitTestCase(xml, file.path());
    for (TestResult test : file.tests()) {
      newLine(2);
      testCase.write(test);
    }
    if (!file.warnings().isEmpty()) {
      newLine(2);
      JUnitTestCase.systemOut(xml, file.warnings());
    }
    newLine(1);
    xml.writeEndElement();
  }

  private void totals(List<TestResult> tests) throws XMLStreamException {
    attribute("tests", String.valueOf(tests.size()));
    attribute("failures", count(tests, TestVerdict.FAILED));
    attribute("errors", count(tests, TestVerdict.ERROR));
    attribute("skipped", "0");
    attribute("time", seconds(tests.stream().mapToLong(JUnitXml::millis).sum()));
  }

  private static String count(List<TestResult> tests, TestVerdict verdict) {
    return String.valueOf(tests.stream().filter(test -> test.verdict() == verdict).count());
  }

  static long millis(TestResult test) {
    return test.extras().map(Extras::wallClockMillis).orElse(0L);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /**
   * Replaces control characters and lone surrogates, most of which XML cannot contain, by {@code
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
