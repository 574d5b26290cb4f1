package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.text.Printable;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds a failure's full text: every message has the same order and indentation, and line ends in
 * names are escaped.
 */
public final class FailureText {

  /** More passages of a kind than these would fill the screen. */
  private static final int SHOWN = 20;

  /** The alerts with the same states that are named. */
  private static final int NAMED = 3;

  private final String summary;
  private final List<OpenText.Passage> passages = new ArrayList<>();
  private final StringBuilder fieldNames = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private Optional<Likeness> likeness = Optional.empty();

  /** Starts with the failure in one line. */
  public FailureText(String summary) {
    this.summary = Printable.line(summary);
    write(this.summary);
  }

  /** One more line. */
  public FailureText line(String line) {
    return write(OpenText.line(line));
  }

  /** Lines below a title. */
  public FailureText section(String title, List<String> lines) {
    return write(OpenText.section(title, lines));
  }

  /** Expected beside actual, below a title. */
  public FailureText diff(String title, List<Field> fields) {
    List<String> lines = Diff.lines(fields);
    fields.stream().filter(f -> !f.agrees()).forEach(f -> fieldNames.append('\n').append(f.name()));
    lines.forEach(line -> body.append(line).append('\n'));
    return section(title, lines);
  }

  /**
   * Failures of a test with the same subject and the same differing fields are told together.
   *
   * @param subject what was compared, without the time
   * @param when the virtual time, as text: {@code at 5m}
   */
  FailureText alike(String subject, String when) {
    likeness = Optional.of(new Likeness(subject + fieldNames, body.toString(), when));
    return this;
  }

  /**
   * A passage for each of several things; if there are many, of the first ones, and the number of
   * the others.
   *
   * @param noun what each of them is
   */
  <T> FailureText each(String noun, List<T> all, Consumer<T> passage) {
    all.stream().limit(SHOWN).forEach(passage);
    return all.size() > SHOWN
        ? line("and " + Counts.of(all.size() - SHOWN, "more such " + noun))
        : this;
  }

  /**
   * The states of alerts, those of several alerts together if they are the same.
   *
   * @param mark what follows the alerts' names
   */
  public FailureText states(Map<Labels, List<String>> states, String mark) {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    states.forEach(
        (alert, lines) ->
            alike.computeIfAbsent(lines, any -> new ArrayList<>()).add(SeriesText.alert(alert)));
    return each(
        "alert",
        List.copyOf(alike.entrySet()),
        e -> section(Repeats.listed(e.getValue(), NAMED) + mark + ":", e.getKey()));
  }

  /** The place of the answer to a question. */
  public FailureText ask(Question question) {
    return ask(List.of(question), new VirtualTime(Instant.EPOCH));
  }

  /** The place of the answers to questions that differ only in their time. */
  FailureText ask(List<Question> questions, VirtualTime time) {
    passages.add(new OpenText.Passage.Asked(new Questions(questions, time)));
    return this;
  }

  /** The place of the answer to a question about a rule. */
  public FailureText ask(RuleQuestion question) {
    passages.add(new OpenText.Passage.RuleAsked(question));
    return this;
  }

  /** Why it is so; nothing without lines. */
  public FailureText why(List<String> lines) {
    return lines.isEmpty() ? this : section(OpenText.WHY, lines);
  }

  /** The place of the reason why a notification came. */
  public FailureText askWhyCame(Notification notification) {
    passages.add(new OpenText.Passage.CameAsked(notification));
    return this;
  }

  /** The hint. */
  public FailureText hint(String hint) {
    return line("hint: " + hint);
  }

  /** The place of the answer to why no other notification came. */
  public FailureText askForMore(Claim claim, Timeline timeline) {
    return ask(List.of(new Question(claim, ExpectedNotification.any())), time(timeline));
  }

  /** The hint that a receiver has several integrations, in Java, if so. */
  public FailureText hintOfIntegrations(Claim claim, List<Notification> claimed) {
    SeveralIntegrations.hint(claim, claimed, Wording.JAVA).ifPresent(this::hint);
    return this;
  }

  /** The end of a text: what happened around an instant, or in a window. */
  public FailureText timeline(Observed observed, Instant from, Instant to) {
    return timeline(observed.timeline(), from, to);
  }

  /** The same of a timeline. */
  public FailureText timeline(Timeline timeline, Instant from, Instant to) {
    passages.add(
        new OpenText.Passage.Excerpt(
            OpenText.section(
                "timeline" + (from.equals(to) ? " around " + time(timeline).text(from) : "") + ":",
                new TimelineExcerpt(timeline).around(from, to))));
    return this;
  }

  /** All of it, without a line end after the last line. */
  public String text() {
    return open().text();
  }

  /** The text as a difference of this kind. */
  public Difference difference(FailureKind kind) {
    return new Difference(kind, summary, open());
  }

  private OpenText open() {
    return new OpenText(passages, likeness);
  }

  private FailureText write(String text) {
    passages.add(new OpenText.Passage.Written(text));
    return this;
  }

  private static VirtualTime time(Timeline timeline) {
    return new VirtualTime(timeline.start());
  }
}
