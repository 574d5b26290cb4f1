package io.firedrill.internal.manifest;

import io.firedrill.internal.source.ConfigurationKeys;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of connections. Certificates and keys are left out: they are in Secrets, and tests
 * do not connect to the receivers.
 */
final class ConnectionConversion {

  private static final List<String> HTTP =
      List.of(
          "authorization",
          "basicAuth",
          "oauth2",
          "bearerTokenSecret",
          "tlsConfig",
          "proxyURL",
          "proxyUrl",
          "noProxy",
          "proxyFromEnvironment",
          "proxyConnectHeader",
          "followRedirects",
          "enableHttp2");

  private static final Map<String, List<String>> PARTS =
      Map.of(
          "authorization", List.of("type", "credentials"),
          "basicAuth", List.of("username", "password"),
          "oauth2",
              List.of(
                  "clientId",
                  "clientSecret",
                  "tokenUrl",
                  "scopes",
                  "endpointParams",
                  "tlsConfig",
                  "proxyUrl",
                  "noProxy",
                  "proxyFromEnvironment",
                  "proxyConnectHeader"));

  private static final List<String> TLS =
      List.of(
          "ca",
          "cert",
          "keySecret",
          "serverName",
          "insecureSkipVerify",
          "minVersion",
          "maxVersion");

  private static final List<String> SIGV4 =
      List.of(
          "region",
          "accessKey",
          "secretKey",
          "profile",
          "roleArn",
          "externalID",
          "useFIPSSTSEndpoint");

  private final Problems problems;
  private final SecretReferences secrets;

  ConnectionConversion(Problems problems, SecretReferences secrets) {
    this.problems = problems;
    this.secrets = secrets;
  }

  Optional<YamlNode> http(YamlNode node) {
    return part(node, "\"httpConfig\"", HTTP);
  }

  Optional<YamlNode> tls(YamlNode node) {
    return part(node, "\"tlsConfig\"", TLS);
  }

  Optional<YamlNode> sigv4(YamlNode node) {
    return part(node, "\"sigv4\"", SIGV4);
  }

  private Optional<YamlNode> part(YamlNode node, String what, List<String> known) {
    Optional<Fields> fields = Fields.of(node, what, known, problems);
    if (fields.isEmpty() || !(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    Nodes part = new Nodes(node);
    // Both names exist; the older one takes precedence.
    boolean older = mapping.get("proxyURL").filter(p -> !Nodes.isEmptyText(p)).isPresent();
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      boolean left = Nodes.isEmptyText(entry.value()) || older && key.equals("proxyUrl");
      if (!left && known.contains(key)) {
        value(entry).ifPresent(v -> part.put(entry.key(), name(key), v));
      }
    }
    return Optional.of(part.mapping());
  }

  private static String name(String key) {
    return key.equals("bearerTokenSecret") ? "bearer_token" : ConfigurationKeys.inSnakeCase(key);
  }

  private Optional<YamlNode> value(YamlMapping.Entry entry) {
    String key = entry.key().text();
    YamlNode value = entry.value();
    if (PARTS.containsKey(key)) {
      return part(value, "\"" + key + "\"", PARTS.get(key));
    }
    return switch (key) {
      case "tlsConfig" -> tls(value);
      case "ca", "cert", "keySecret", "proxyConnectHeader", "useFIPSSTSEndpoint" ->
          Optional.empty();
      case "clientId" -> clientId(value);
      case "minVersion", "maxVersion" -> Optional.of(value);
      default ->
          value instanceof YamlMapping && !key.equals("endpointParams")
              ? secrets.replaced(value, name(key), false)
              : Optional.of(value);
    };
  }

  /** In a Secret or in a ConfigMap. */
  private Optional<YamlNode> clientId(YamlNode node) {
    return Fields.of(node, "\"clientId\"", List.of("secret", "configMap"), problems)
        .flatMap(fields -> fields.value("secret").or(() -> fields.value("configMap")))
        .flatMap(selector -> secrets.replaced(selector, "client_id", false));
  }
}
