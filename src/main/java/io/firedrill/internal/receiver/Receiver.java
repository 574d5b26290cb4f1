package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * A receiver.
 *
 * @param name its name
 * @param node the whole receiver
 */
public record Receiver(String name, YamlMapping node) {

  private static final String WEBHOOKS = "webhook_configs";
  private static final String SEND_RESOLVED = "send_resolved";

  /** Alertmanager's names for the kinds of its integrations. */
  public List<String> kinds() {
    return node.entries().stream()
        .filter(entry -> entry.value() instanceof YamlSequence list && !list.items().isEmpty())
        .flatMap(entry -> ReceiverKinds.of(entry.key().text()).stream())
        .map(ReceiverKind::word)
        .toList();
  }

  /** The receiver with all its integrations redirected to their stand-ins. */
  public YamlMapping redirectedTo(SinkPorts ports, YamlMapping global, ConfigFiles files) {
    YamlMapping redirected = node;
    List<YamlNode> companions = new ArrayList<>();
    for (YamlMapping.Entry entry : node.entries()) {
      ReceiverKind kind = ReceiverKinds.of(entry.key().text()).orElse(null);
      if (kind == null || !(entry.value() instanceof YamlSequence list)) {
        continue;
      }
      List<YamlNode> items = new ArrayList<>();
      for (YamlNode item : list.items()) {
        YamlMapping settings = (YamlMapping) item;
        Endpoint endpoint = Endpoint.of(name, kind.word(), items.size());
        Place place = new Place(endpoint, ports, global, files);
        items.add(kind.redirected(settings, place));
        if (kind.hasCompanion()) {
          companions.add(companion(settings, place));
        }
      }
      redirected = redirected.with(kind.key(), list.withItems(items));
    }
    return companions.isEmpty() ? redirected : withWebhooks(redirected, companions);
  }

  /**
   * The companion sends the same notifications at the same time, because each integration has its
   * own notification log.
   */
  private static YamlMapping companion(YamlMapping settings, Place place) {
    YamlMapping webhook =
        new YamlMapping(settings.position(), List.of())
            .with("url", YamlScalar.quoted(place.url() + Endpoint.COMPANION));
    return settings
        .get(SEND_RESOLVED)
        .map(value -> webhook.with(SEND_RESOLVED, value))
        .orElse(webhook);
  }

  private static YamlMapping withWebhooks(YamlMapping receiver, List<YamlNode> companions) {
    List<YamlNode> all = new ArrayList<>();
    if (receiver.get(WEBHOOKS).orElse(null) instanceof YamlSequence own) {
      all.addAll(own.items());
    }
    all.addAll(companions);
    return receiver.with(WEBHOOKS, new YamlSequence(receiver.position(), all));
  }
}
