package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import io.firedrill.source.YamlSequence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A receiver.
 *
 * @param name its name
 * @param node the whole receiver
 */
record Receiver(String name, YamlMapping node) {

  static final String WEBHOOKS = "webhook_configs";

  YamlMapping redirectedTo(int port) {
    return node.get(WEBHOOKS)
        .filter(YamlSequence.class::isInstance)
        .map(list -> node.with(WEBHOOKS, webhooks((YamlSequence) list, port)))
        .orElse(node);
  }

  private YamlSequence webhooks(YamlSequence list, int port) {
    List<YamlNode> redirected = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      redirected.add(
          ((YamlMapping) list.items().get(i))
              .without("http_config")
              .without("url_file")
              .without("url")
              .with("url", YamlScalar.quoted(endpoint(port, "webhook", i))));
    }
    return list.withItems(redirected);
  }

  private String endpoint(int port, String integration, int index) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "http://127.0.0.1:" + port + "/" + encoded + "/" + integration + "/" + index;
  }
}
