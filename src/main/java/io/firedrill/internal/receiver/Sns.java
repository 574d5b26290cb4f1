package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amazon SNS. Formats: its API reference, "Publish" and "Common parameters". */
final class Sns extends ReceiverKind {

  private static final HttpResponse PUBLISHED =
      HttpResponse.of(
          200,
          "text/xml",
          "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
              + "<MessageId>firedrill</MessageId></PublishResult><ResponseMetadata>"
              + "<RequestId>firedrill</RequestId></ResponseMetadata></PublishResponse>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("MessageAttributes\\.entry\\.(\\d+)\\.Name");

  private static final String SIGNING = "sigv4";

  Sns() {
    super(
        "sns",
        """
        api_url attributes http_config message phone_number send_resolved sigv4 subject
        target_arn topic_arn use_aws_http_client
        """,
        GlobalKeys.NONE,
        Redirection.start().rewrite(Sns::rewritten));
  }

  @Override
  Service service() {
    return Sns::read;
  }

  private static Reading read(CapturedRequest request) {
    SortedMap<String, String> form = Form.fields(request.body());
    SortedMap<String, String> fields = new TreeMap<>();
    form.forEach(
        (name, value) -> {
          Matcher attribute = ATTRIBUTE.matcher(name);
          if (attribute.matches()) {
            String prefix = "MessageAttributes.entry." + attribute.group(1) + ".";
            fields.put("attributes." + value, form.get(prefix + "Value.StringValue"));
          } else if (!name.startsWith("MessageAttributes.")) {
            fields.put(name, value);
          }
        });
    fields.remove("Action");
    fields.remove("Version");
    String title = fields.getOrDefault("Subject", "");
    String text = fields.getOrDefault("Message", "");
    fields.remove("Subject");
    fields.remove("Message");
    String path = Form.unescaped(request.rest()).replaceAll("^/|/$", "");
    Message message = new Message(title, text, fields);
    return Reading.of(
        new Content(Marker.readPlain(path), Optional.of(message), request.rawWithRest("/")),
        PUBLISHED);
  }

  private static YamlMapping rewritten(YamlMapping settings, Place place) {
    String url = Marker.withPlain(place.url() + "/");
    YamlNode signing = settings.get(SIGNING).orElse(YamlScalar.plain("null"));
    if (!(signing instanceof YamlMapping) && !signing.isNull()) {
      return settings.with("api_url", YamlScalar.quoted(url)); // Alertmanager refuses it.
    }
    YamlMapping own =
        signing instanceof YamlMapping mapping
            ? mapping
            : new YamlMapping(settings.position(), List.of());
    return settings.with("api_url", YamlScalar.quoted(url)).with(SIGNING, harmless(own, place));
  }

  private static YamlMapping harmless(YamlMapping signing, Place place) {
    YamlMapping kept = Rewrites.without("profile", "role_arn", "external_id").of(signing, place);
    // Only one of the two is an error, which is kept for Alertmanager to report.
    boolean none = !Settings.has(kept, "access_key") && !Settings.has(kept, "secret_key");
    for (String key : List.of("access_key", "secret_key")) {
      kept =
          none
              ? kept.with(key, YamlScalar.quoted(Settings.NO_SECRET))
              : Settings.replaced(kept, key, Settings.NO_SECRET);
    }
    return Settings.has(kept, "region")
        ? kept
        : kept.with("region", YamlScalar.quoted("us-east-1"));
  }
}
