package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * OpsGenie. Formats: its Alert API's documentation, "Create alert", "Close alert", "Update alert
 * message" and "Update alert description". The updates repeat the creation before them and belong
 * to it.
 */
final class OpsGenie extends ReceiverKind {

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(
          202,
          "{\"result\":\"Request will be processed\",\"took\":0.1,\"requestId\":\"firedrill\"}");

  private static final Pattern OF_ALERT = Pattern.compile("/v2/alerts/([^/]+)/(\\w+)");

  OpsGenie() {
    super(
        "opsgenie",
        """
        actions api_key api_key_file api_url description details entity http_config message note
        priority responders send_resolved source tags update_alerts
        """,
        GlobalKeys.NONE
            .addresses("opsgenie_api_url")
            .replaced(
                ports -> Settings.PLAINLY_MARKED_SECRET,
                "opsgenie_api_key",
                "opsgenie_api_key_file"),
        Redirection.start()
            .address("api_url")
            .rewrite(Rewrites.replacedSecret("api_key", Settings.PLAINLY_MARKED_SECRET)));
  }

  @Override
  Service service() {
    return OpsGenie::read;
  }

  private static Reading read(CapturedRequest request) {
    String key = request.authorization();
    Group group = Marker.readPlain(key.substring(key.indexOf(':') + 1));
    Matcher ofAlert = OF_ALERT.matcher(request.rest());
    if (request.method().equals("PUT")) {
      return Reading.step(group, request, ACCEPTED);
    }
    JsonNode body = Json.read(request.body());
    SortedMap<String, String> fields = Json.fields(body);
    fields.put("action", "create");
    if (ofAlert.matches()) {
      fields.put("alias", ofAlert.group(1));
      fields.put("action", ofAlert.group(2));
    }
    String title = taken(fields, "message");
    Message message = new Message(title, taken(fields, "description"), fields);
    return Reading.of(new Content(group, Optional.of(message), request.raw()), ACCEPTED);
  }

  private static String taken(SortedMap<String, String> fields, String name) {
    String value = fields.remove(name);
    return value == null ? "" : value;
  }
}
