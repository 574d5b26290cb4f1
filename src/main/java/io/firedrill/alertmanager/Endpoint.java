package io.firedrill.alertmanager;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where the sink stands for one integration: {@code
 * http://127.0.0.1:PORT/RECEIVER/INTEGRATION/INDEX}. A receiver's name that would need escapes is
 * written in Base64 behind a tilde instead, since Alertmanager appends to some addresses without
 * regard to them.
 *
 * @param ports the sink's ports
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param index which of the receiver's integrations of this kind, from 0
 */
record Endpoint(SinkPorts ports, String receiver, String integration, int index) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  String url() {
    return "http://127.0.0.1:" + ports.http() + path();
  }

  /** The address's path, which tells the integration. */
  String path() {
    return "/" + name() + "/" + integration + "/" + index;
  }

  /** Where the companion of this integration sends to. */
  String companionUrl() {
    return url() + "/companion";
  }

  private String name() {
    if (PLAIN.matcher(receiver).matches()) {
      return receiver;
    }
    byte[] bytes = receiver.getBytes(StandardCharsets.UTF_8);
    return "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
