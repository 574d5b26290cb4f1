package io.firedrill.internal.receiver;

import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * A mail as Alertmanager sends it: RFC 5322, with alternatives as in RFC 2046. Firedrill's own
 * header contains the endpoint's path and, after a colon, the marker.
 *
 * @param endpoint the endpoint that it was sent to
 * @param content its content
 */
public record Mail(Endpoint endpoint, Content content) {

  /** The header that the redirected configuration adds. */
  static final String HEADER = "X-Firedrill";

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)");

  /**
   * A message identifier that Alertmanager generates from the time, a random number and its host.
   */
  private static final Pattern RANDOM_ID =
      Pattern.compile("message-id: <\\d+\\.\\d+@.*", Pattern.CASE_INSENSITIVE);

  private static final Set<String> OF_THE_WAY = Set.of("return-path", "received");

  private static final Set<String> OF_THE_FORM =
      Set.of("subject", "content-type", "mime-version", "date");

  /**
   * Reads a mail.
   *
   * @param from the envelope's sender
   * @param to the envelope's recipients
   * @param mail headers and body
   * @throws UndecodableException if it is not from a redirected configuration
   */
  public static Mail of(String from, List<String> to, InputStream mail) {
    try {
      MimeMessage message = new MimeMessage(null, mail);
      String ours = Optional.ofNullable(message.getHeader(HEADER, "")).orElse("");
      int colon = ours.indexOf(':');
      Endpoint endpoint = Endpoint.read(ours.substring(0, Math.max(0, colon)));
      Content content =
          new Content(
              Marker.readPlain(ours.substring(colon + 1)),
              Optional.of(read(from, to, message)),
              raw(message));
      return new Mail(endpoint, content);
    } catch (MessagingException | IOException e) {
      throw new UndecodableException(e.getMessage(), e);
    }
  }

  /**
   * Whether Alertmanager has begun the mail and then given it up, because it could not render a
   * header: it ends the mail without any content, and its log has the reason.
   */
  public static boolean isAbandoned(InputStream mail) {
    try {
      MimeMessage message = new MimeMessage(null, mail);
      boolean hasHeaders =
          Collections.list(message.getAllHeaders()).stream()
              .anyMatch(h -> !OF_THE_WAY.contains(h.getName().toLowerCase(Locale.ROOT)));
      return !hasHeaders && message.getSize() <= 0;
    } catch (MessagingException e) {
      throw new UndecodableException(e.getMessage(), e);
    }
  }

  private static Message read(String from, List<String> to, MimeMessage message)
      throws MessagingException, IOException {
    SortedMap<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, String> header : headers(message).entrySet()) {
      if (!OF_THE_FORM.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        fields.put("headers." + header.getKey(), header.getValue());
      }
    }
    fields.put("to", String.join(", ", to));
    fields.put("from", from);
    Map<String, String> bodies = bodies(message);
    String html = bodies.getOrDefault("text/html", "");
    if (!html.isEmpty()) {
      fields.put("html", html);
    }
    String text = bodies.getOrDefault("text/plain", Jsoup.parse(html).body().text());
    return new Message(Optional.ofNullable(message.getSubject()).orElse(""), text, fields);
  }

  /** The bodies by their media type; none in a mail that Alertmanager gave up after its headers. */
  private static Map<String, String> bodies(MimeMessage message)
      throws MessagingException, IOException {
    Map<String, String> bodies = new LinkedHashMap<>();
    if (message.getSize() > 0 && message.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        String type = part.getContentType().replaceFirst(";.*", "").strip();
        byte[] bytes = part.getInputStream().readAllBytes();
        bodies.put(type, new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"));
      }
    }
    return bodies;
  }

  /** Sorted by name, as Alertmanager has no order for them. */
  private static SortedMap<String, String> headers(MimeMessage message)
      throws MessagingException, UnsupportedEncodingException {
    SortedMap<String, String> headers = new TreeMap<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      String name = header.getName();
      String value = header.getValue();
      if (!name.equals(HEADER)
          && !OF_THE_WAY.contains(name.toLowerCase(Locale.ROOT))
          && !RANDOM_ID.matcher(name + ": " + value).matches()) {
        headers.put(name, MimeUtility.decodeText(MimeUtility.unfold(value)));
      }
    }
    return headers;
  }

  /** The mail with sorted headers and a boundary that is the same in every run. */
  private static Notification.Request raw(MimeMessage message)
      throws MessagingException, IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    message.getRawInputStream().transferTo(body);
    String type = Optional.ofNullable(message.getContentType()).orElse("");
    String text =
        headers(message).entrySet().stream()
                .map(h -> h.getKey() + ": " + h.getValue() + "\r\n")
                .collect(Collectors.joining())
            + "\r\n"
            + body.toString(StandardCharsets.UTF_8);
    Matcher boundary = BOUNDARY.matcher(type);
    String fixed = boundary.find() ? text.replace(boundary.group(1), "firedrill") : text;
    return new RawRequest("", type.replaceFirst(";.*", "").strip(), fixed);
  }
}
