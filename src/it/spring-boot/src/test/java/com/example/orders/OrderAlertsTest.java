package com.example.orders;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.drill.Drill;
import io.firedrill.junit.FiredrillTest;
import io.firedrill.model.Generator;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
    classes = OrderAlertsTest.Application.class,
    properties = "spring.mail.host=localhost",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FiredrillTest(
    rules = "rules/orders.rules.yml",
    alertmanagerConfig = "rules/alertmanager.yml",
    start = "2026-03-02T08:00:00Z")
class OrderAlertsTest {

  @EnableAutoConfiguration
  @RestController
  static class Application {

    @GetMapping("/orders")
    Order orders() {
      return new Order("north", 3);
    }
  }

  record Order(String shop, int failed) {}

  @Autowired TestRestTemplate http;
  @Autowired JavaMailSender mail;
  @Autowired ObjectMapper json;

  @Test
  void lostOrdersReachTheShop(Drill drill) {
    drill.series("orders_failed_total{shop=\"north\"}", Generator.ramp(0, 600, duration("1h")));

    drill.runFor(duration("1h"));

    assertThat(drill.receiver("shop").by("email"))
        .contains(notification().at("11m30s").firing().text("north loses orders: firing"));
    assertThat(drill.receiver("shop").by("slack"))
        .contains(notification().at("11m30s").firing().text("north loses orders"));
  }

  @Test
  void theServiceKeepsItsOwnLibraries() throws Exception {
    assertThat(http.getForObject("/orders", Order.class)).isEqualTo(new Order("north", 3));
    assertThat(json.writeValueAsString(new Order("south", 0)))
        .isEqualTo("{\"shop\":\"south\",\"failed\":0}");
    MimeMessage message = mail.createMimeMessage();
    new MimeMessageHelper(message, true).setText("text", "<b>html</b>");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    message.writeTo(written);
    assertThat(written.toString()).contains("multipart/alternative", "<b>html</b>");
  }
}
