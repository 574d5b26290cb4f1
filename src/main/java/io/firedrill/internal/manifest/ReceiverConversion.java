package io.firedrill.internal.manifest;

import io.firedrill.internal.source.ConfigurationKeys;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The receivers of an AlertmanagerConfig. Secrets that they refer to get harmless values. */
final class ReceiverConversion {

  private static final String HTTP = "httpConfig";
  private static final String TLS = "tlsConfig";

  /** Settings whose names differ by more than their notation. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "discordConfigs.apiURL", "webhook_url",
          "webhookConfigs.urlSecret", "url",
          "pagerdutyConfigs.pagerDutyImageConfigs", "images",
          "pagerdutyConfigs.pagerDutyLinkConfigs", "links",
          "snsConfigs.useAWSHTTPClient", "use_aws_http_client");

  private final QualifiedName name;
  private final Problems problems;
  private final SecretReferences secrets;
  private final ConnectionConversion connection;

  ReceiverConversion(QualifiedName name, Problems problems) {
    this.name = name;
    this.problems = problems;
    this.secrets = new SecretReferences(problems);
    this.connection = new ConnectionConversion(problems, secrets);
  }

  /** A receiver with all its integrations. */
  Optional<YamlNode> convert(YamlNode node) {
    List<String> known = Stream.concat(Stream.of("name"), ReceiverFields.kinds().stream()).toList();
    Optional<Fields> fields = Fields.of(node, "a receiver", known, problems);
    Optional<YamlScalar> own = fields.flatMap(f -> f.required("name"));
    if (own.isEmpty() || !(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    Nodes receiver = new Nodes(node);
    receiver.put(mapping.key("name").orElseThrow(), "name", name.of(own.get()));
    for (YamlMapping.Entry entry : mapping.entries()) {
      String kind = entry.key().text();
      List<YamlNode> integrations =
          ReceiverFields.kinds().contains(kind) ? fields.get().items(kind) : List.of();
      if (!integrations.isEmpty()) {
        receiver.put(
            entry.key(),
            ConfigurationKeys.inSnakeCase(kind),
            new YamlSequence(
                entry.value().position(),
                integrations.stream().flatMap(i -> integration(kind, i).stream()).toList()));
      }
    }
    return Optional.of(receiver.mapping());
  }

  private Optional<YamlNode> integration(String kind, YamlNode node) {
    Optional<Fields> fields =
        Fields.of(node, "\"" + kind + "\"", ReceiverFields.of(kind), problems);
    if (fields.isEmpty() || !(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    Nodes integration = new Nodes(node);
    // The operator prefers the Secret.
    boolean secretUrl = mapping.get("urlSecret").filter(u -> !u.isNull()).isPresent();
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      boolean left = Nodes.isEmptyText(entry.value()) || secretUrl && key.equals("url");
      if (!left && ReceiverFields.of(kind).contains(key)) {
        String other =
            OTHER_NAMES.getOrDefault(kind + "." + key, ConfigurationKeys.inSnakeCase(key));
        setting(mapping, entry, other).ifPresent(v -> integration.put(entry.key(), other, v));
      }
    }
    return Optional.of(integration.mapping());
  }

  private Optional<YamlNode> setting(YamlMapping all, YamlMapping.Entry entry, String name) {
    YamlNode value = entry.value();
    String key = entry.key().text();
    if (ReceiverFields.isSecret(key) && value instanceof YamlMapping) {
      boolean updates =
          Manifest.text(all, "updateMessage").filter(v -> v.text().equals("true")).isPresent();
      return secrets.replaced(value, name, updates);
    }
    return switch (key) {
      case HTTP -> connection.http(value);
      case TLS -> connection.tls(value);
      case "sigv4" -> connection.sigv4(value);
      case "details", "headers", "customFields" ->
          value instanceof YamlSequence ? Optional.of(pairs(value)) : Optional.of(value);
      case "threading" -> Optional.of(threading(value));
      case "pagerDutyLinkConfigs" -> Optional.of(links(value));
      default -> Optional.of(inSnakeCase(value));
    };
  }

  /** A list of keys with values as a mapping. */
  private YamlNode pairs(YamlNode list) {
    Nodes pairs = new Nodes(list);
    for (YamlNode item : Nodes.items(list)) {
      Optional<Fields> fields =
          Fields.of(item, "a key with a value", List.of("key", "value"), problems);
      Optional<YamlScalar> key = fields.flatMap(f -> f.required("key"));
      if (key.isPresent()) {
        YamlScalar value = fields.get().scalar("value").orElse(key.get().asText(""));
        pairs.put(key.get().asText(key.get().text()), key.get().text(), value);
      }
    }
    return pairs.mapping();
  }

  private static YamlNode threading(YamlNode node) {
    Nodes threading = new Nodes(node);
    Manifest.text(node, "threadByDate")
        .ifPresent(
            date ->
                threading
                    .put(date, "enabled", date.asPlain("true"))
                    .put(date, "thread_by_date", date.asText(date.text().toLowerCase())));
    return threading.mapping();
  }

  /** The operator's key for the text of a link is {@code alt}. */
  private static YamlNode links(YamlNode list) {
    return new YamlSequence(
        list.position(),
        Nodes.items(list).stream()
            .map(
                item -> {
                  Nodes link = new Nodes(item);
                  Manifest.text(item, "href").ifPresent(h -> link.put(h, "href", h));
                  Manifest.text(item, "alt").ifPresent(t -> link.put(t, "text", t));
                  return (YamlNode) link.mapping();
                })
            .toList());
  }

  private static YamlNode inSnakeCase(YamlNode node) {
    if (node instanceof YamlSequence list) {
      return list.withItems(list.items().stream().map(ReceiverConversion::inSnakeCase).toList());
    }
    if (!(node instanceof YamlMapping mapping)) {
      return node;
    }
    Nodes converted = new Nodes(node);
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!Nodes.isEmptyText(entry.value())) {
        converted.put(
            entry.key(),
            ConfigurationKeys.inSnakeCase(entry.key().text()),
            inSnakeCase(entry.value()));
      }
    }
    return converted.mapping();
  }
}
