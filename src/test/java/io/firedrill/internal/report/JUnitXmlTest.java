package io.firedrill.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.internal.verdict.RunError;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.model.Timeline;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {

  @TempDir private Path directory;

  private ScenarioFile file;
  private Position position;

  @BeforeEach
  void file() throws Exception {
    Path path = Files.createDirectories(directory.resolve("team/data")).resolve("queue.yml");
    Files.writeString(path, "tests:\n- name: a <b> & \"c\"\n- name: two\n- name: three\n");
    file = ScenarioFile.read(path);
    position = new Position(path, 2, 3);
  }

  @Test
  void hasASuiteForEachFile() {
    RunError error = new RunError(position, "prometheus ended\nbadly", "its log\n", "logs");
    String xml =
        JUnitXml.of(
            SuiteResult.of(
                "Prometheus 3",
                Stream.of(
                    timed(0, 1234, List.of(), Optional.empty()),
                    timed(1, 20, List.of(failure("no alert"), failure("none")), Optional.empty()),
                    timed(2, 3, List.of(), Optional.of(error)))));

    assertThat(
            xml.replace(directory.toString().substring(1), "DIR")
                .replace(directory.toString().substring(1).replace('/', '.'), "DIR"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="firedrill" tests="3" failures="1" errors="1" skipped="0" time="1.257">
              <testsuite name="/DIR/team/data/queue.yml" tests="3" failures="1" errors="1" skipped="0" time="1.257">
                <properties>
                  <property name="servers" value="Prometheus 3"/>
                </properties>
                <testcase name="a &lt;b&gt; &amp; &quot;c&quot;" classname="DIR.team.data.queue" file="/DIR/team/data/queue.yml" line="2" time="1.234"></testcase>
                <testcase name="two" classname="DIR.team.data.queue" file="/DIR/team/data/queue.yml" line="3" time="0.020">
                  <failure message="no alert (and 1 more)" type="alerts_differ">no alert, in full

            none, in full</failure>
                </testcase>
                <testcase name="three" classname="DIR.team.data.queue" file="/DIR/team/data/queue.yml" line="4" time="0.003">
                  <error message="prometheus ended" type="run_error">/DIR/team/data/queue.yml:2:3: prometheus ended
            badly
              the end of its log:
                its log
              the servers' logs are in logs</error>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void isValidXmlForAnyText() throws Exception {
    String odd = "\0\u0007\u001b[31m ]]> <!-- \uFFFE \uD83D \uD83D\uDE00 é";
    String xml =
        JUnitXml.of(
            SuiteResult.of("", Stream.of(timed(0, 1, List.of(failure(odd)), Optional.empty()))));

    Element failure =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("failure")
                .item(0);
    String written = "\\u0000\\u0007\\u001B[31m ]]> <!-- \\uFFFE \\uD83D \uD83D\uDE00 é";
    assertThat(failure.getAttribute("message")).isEqualTo(written);
    assertThat(failure.getTextContent()).isEqualTo(written + ", in full");
  }

  @Test
  void hasWarningsAsOutput() {
    Problem warning =
        new Problem(Severity.WARNING, position, "two <instants>", "", 1, Optional.empty());
    TestResult test = timed(0, 1, List.of(), Optional.empty()).tests().get(0);
    FileResult result =
        new FileResult(
            "a.yml",
            List.of(new WarningResult("am.yml", 2, 1, "left out", "am.yml:2:1: warning: left out")),
            List.of(test.warned(List.of(warning))));

    assertThat(JUnitXml.of(new SuiteResult("", List.of(result))))
        .contains(
            " time=\"0.001\">\n      <system-out>"
                + position
                + ": warning: two &lt;instants&gt;</system-out>\n    </testcase>\n"
                + "    <system-out>am.yml:2:1: warning: left out</system-out>\n  </testsuite>\n");
  }

  private Failure failure(String summary) {
    return new Failure(FailureKind.ALERTS_DIFFER, position, summary, summary + ", in full");
  }

  private FileResult timed(
      int index, long millis, List<Failure> failures, Optional<RunError> error) {
    Scenario scenario = file.scenarios().get(index);
    Timeline timeline = new RunTimeline(scenario.start(), scenario.start(), List.of());
    ScenarioResult result = new ScenarioResult(file, scenario, timeline, failures, error);
    Extras extras = new Extras(millis, error.map(RunError::text).orElse(""));
    return new FileResult(file.path().toString(), List.of(TestResult.of(result).with(extras)));
  }
}
