package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.receiver.Reading.Role;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decodes recorded requests of real Alertmanagers. The expectations were checked against the
 * documentation that the class of each kind mentions. See {@link ReceiverFiles}.
 */
class ReceiverDecodingTest {

  private static final Pattern SENDER = Pattern.compile("(?m)^MAIL FROM:<([^>]*)>");
  private static final Pattern RECIPIENT = Pattern.compile("(?m)^RCPT TO:<([^>]*)>");
  private static final Pattern DATA = Pattern.compile("(?s)\nDATA\n(.*\n)\\.\n");

  /** A marker in JSON, perhaps quoted twice. */
  private static final Pattern MARKER =
      Pattern.compile("(\\\\u001e|\\\\\\\\x1e)[a-z]+~.*?(\\\\u001e|\\\\\\\\x1e)");

  static Stream<Arguments> recordings() {
    return ReceiverFiles.kinds().stream()
        .flatMap(
            kind ->
                ReceiverFiles.versions(kind, ".http").stream()
                    .map(version -> Arguments.of(kind, version)));
  }

  @ParameterizedTest(name = "{0} from Alertmanager {1}")
  @MethodSource("recordings")
  void aRecordingMeansWhatIsExpected(String kind, String version) {
    List<RecordedRequest> requests =
        RecordedRequest.read(ReceiverFiles.find(kind, version, ".http").orElseThrow());
    assertThat(requests).isNotEmpty();

    String meaning = meaning(requests);

    assertThat(meaning).doesNotContain("u001e", "x1e", "5175657565");
    ReceiverFiles.check(kind, version, ".txt", meaning);
  }

  /** Describes messages last, because a request may belong to the one before it. */
  private static String meaning(List<RecordedRequest> requests) {
    Services services = new Services();
    List<Runnable> all = new ArrayList<>();
    ReadingText text = new ReadingText();
    for (RecordedRequest request : requests) {
      all.add(request.isMail() ? mail(request, text) : request(request, services, text));
    }
    all.forEach(Runnable::run);
    return text.toString();
  }

  private static Runnable request(RecordedRequest recorded, Services services, ReadingText text) {
    CapturedRequest request = CapturedRequest.of(recorded.http(), recorded.instant());
    Endpoint endpoint = request.endpoint();
    if (request.rest().equals(Endpoint.COMPANION)) {
      WebhookBody body = WebhookBody.read(request.body());
      return () ->
          text.start(recorded, endpoint, "companion").subject(body.tag()).subject(body.group());
    }
    Reading reading = services.read(request);
    Content content = reading.content();
    // Answered in the order of the requests.
    var answer = reading.reply().get();
    String what = (reading.role() == Role.STEP ? "step, " : "") + request.method();
    boolean another =
        !content.request().body().equals(MARKER.matcher(request.body()).replaceAll(""));
    return () -> write(text.start(recorded, endpoint, what), content, another).answer(answer);
  }

  private static Runnable mail(RecordedRequest recorded, ReadingText text) {
    Mail mail =
        Mail.of(
            matches(SENDER, recorded).get(0),
            matches(RECIPIENT, recorded),
            new ByteArrayInputStream(
                matches(DATA, recorded)
                    .get(0)
                    .replaceAll("(?m)^\\.", "")
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    return () -> write(text.start(recorded, mail.endpoint(), "mail"), mail.content(), true);
  }

  private static List<String> matches(Pattern pattern, RecordedRequest recorded) {
    Matcher matcher = pattern.matcher(recorded.text());
    return matcher.results().map(result -> result.group(1)).toList();
  }

  private static ReadingText write(ReadingText text, Content content, boolean withBody) {
    text.subject(content.subject());
    Optional<Message> message = content.message().get();
    message.ifPresent(text::message);
    Notification.Request request = content.request();
    return text.shown(request, withBody);
  }
}
