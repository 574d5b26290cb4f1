package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {

  @Test
  void hasTheLineEndsOfTheTemplate() {
    String mail =
        """
        X-Firedrill: /team/email/0:
        Subject: cold
        Content-Type: multipart/alternative;  boundary=b

        --b
        Content-Type: text/plain; charset=UTF-8

        one
        two

        --b
        Content-Type: text/html; charset=UTF-8

        <p>one</p>
        <p>two</p>

        --b--
        """
            .replace("\n", "\r\n");

    Message message =
        Mail.of(
                "a@example.org",
                List.of("b@example.org"),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)))
            .content()
            .message()
            .get()
            .orElseThrow();

    assertThat(message.text()).isEqualTo("one\ntwo\n");
    assertThat(message.fields()).containsEntry("html", "<p>one</p>\n<p>two</p>\n");
  }
}
