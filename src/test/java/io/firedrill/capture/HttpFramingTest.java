package io.firedrill.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpFramingTest {

  private static final String WITH_BODY =
      "HTTP/1.1 200 OK\r\nContent-length: 4\r\nX: y\r\n\r\n\r\n\u00e9!";
  private static final String WITHOUT = "HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n";

  private final HttpFraming framing = new HttpFraming();

  @Test
  void a_message_is_complete_with_its_last_byte() {
    for (int i = 0; i < WITH_BODY.length() - 1; i++) {
      assertThat(add(WITH_BODY.substring(i, i + 1))).isEmpty();
    }

    assertThat(framing.rest()).hasSize(WITH_BODY.length() - 1);
    assertThat(add("!")).containsExactly(WITH_BODY);
    assertThat(framing.rest()).isEmpty();
  }

  @Test
  void several_messages_at_once() {
    assertThat(add(WITHOUT + WITH_BODY + "HTTP/1.1 ")).containsExactly(WITHOUT, WITH_BODY);
    assertThat(framing.rest()).hasSize(9);
  }

  private List<String> add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return framing.add(bytes, bytes.length).stream()
        .map(message -> new String(message, StandardCharsets.ISO_8859_1))
        .toList();
  }
}
