package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.relay.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers, by Slack's documentation of {@code chat.postMessage} and {@code chat.update}. */
class SlackServiceTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_772_438_430);

  private final SlackService slack = new SlackService();

  @Test
  void messagesInTheSameSecondHaveDifferentTimestamps() {
    assertThat(timestamp("/r/slack/0"))
        .matches("1772438430\\.[0-9]{6}")
        .isEqualTo(timestamp("/r/slack/0"))
        .isNotEqualTo(timestamp("/r/slack/1"));
  }

  @Test
  void eachChannelHasItsOwnIdentifier() {
    assertThat(channel("#a")).matches("C[0-9A-F]{8}").isNotEqualTo(channel("#b"));
    assertThat(channel("C0123ABCD")).isEqualTo("C0123ABCD");
  }

  @Test
  void anUpdateHasTheChannelNameOfTheMessage() {
    String body = "{\"channel\":\"%s\",\"ts\":\"1.2\"}";
    Reading update = read(Slack.UPDATE, "/r/slack/0", body.formatted(channel("#a")));
    Reading unknown = read(Slack.UPDATE, "/r/slack/0", body.formatted("C0123ABCD"));

    assertThat(update.content().message().get().orElseThrow().fields())
        .isEqualTo(Map.of("action", "update", "channel", "#a", "ts", "1.2"));
    assertThat(update.reply().get().text()).contains("\"ok\":true", "\"ts\":\"1.2\"");
    assertThat(unknown.content().message().get().orElseThrow().fields())
        .containsEntry("channel", "C0123ABCD");
  }

  private String timestamp(String endpoint) {
    return Json.read(posted(endpoint, "#a").text()).path("ts").asString("");
  }

  private String channel(String name) {
    return Json.read(posted("/r/slack/0", name).text()).path("channel").asString("");
  }

  private HttpResponse posted(String endpoint, String channel) {
    return read(Slack.POST, endpoint, "{\"channel\":\"" + channel + "\"}").reply().get();
  }

  private Reading read(String path, String endpoint, String body) {
    HttpRequest request =
        new HttpRequest(
            "POST",
            "",
            path,
            Map.of("authorization", "Bearer " + endpoint),
            body.getBytes(StandardCharsets.UTF_8));
    return slack.read(CapturedRequest.of(request, NOW));
  }
}
