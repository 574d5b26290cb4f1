package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.relay.HttpResponse;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amazon SNS. Formats: its API reference, "Publish" and "Common parameters". */
final class Sns implements Service {

  private static final HttpResponse PUBLISHED =
      HttpResponse.of(
          200,
          "text/xml",
          "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
              + "<MessageId>firedrill</MessageId></PublishResult><ResponseMetadata>"
              + "<RequestId>firedrill</RequestId></ResponseMetadata></PublishResponse>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("MessageAttributes\\.entry\\.(\\d+)\\.Name");

  @Override
  public Reading read(CapturedRequest request) {
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
        new Content(Marker.plain(path), Optional.of(message), request.rawWithRest("/")), PUBLISHED);
  }
}
