package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The issues that one integration created, and Jira's answers about them. */
final class JiraProject {

  private static final HttpResponse NO_SUCH_ISSUE =
      HttpResponse.json(
          404,
          "{\"errorMessages\":[\"Issue does not exist or you do not have permission to see it.\"],"
              + "\"errors\":{}}");
  private static final HttpResponse NO_CONTENT = HttpResponse.of(204);

  private static final String RESOLVE = "1";
  private static final String REOPEN = "2";

  private static final Pattern HASH = Pattern.compile("ALERT\\{([0-9a-f]{6})[0-9a-f]*}");

  private final List<JiraIssue> issues = new CopyOnWriteArrayList<>();

  HttpResponse search(Jql jql) {
    List<JiraIssue> found = jql.search(issues);
    Map<String, Object> answer = new TreeMap<>();
    answer.put("total", found.size());
    answer.put("isLast", true);
    answer.put("issues", found.stream().map(JiraIssue::found).toList());
    return json(200, answer);
  }

  /**
   * A new issue's key. Its number is a hash of the group, because groups that are notified at the
   * same instant have no order.
   *
   * @param label the label that identifies the group
   */
  String nextKey(String project, String label) {
    long number = Long.parseLong(HASH.matcher(label).replaceFirst("$1"), 16) + 1;
    while (!find(project + "-" + number).isEmpty()) {
      number++;
    }
    return project + "-" + number;
  }

  HttpResponse create(String key, String label) {
    issues.add(new JiraIssue(key, label));
    return json(201, new TreeMap<>(Map.of("id", "" + (10_000 + issues.size()), "key", key)));
  }

  HttpResponse update(String key) {
    return find(key).isEmpty() ? NO_SUCH_ISSUE : NO_CONTENT;
  }

  /** The transitions that an issue's state allows. */
  HttpResponse transitions(JiraPath path) {
    List<JiraIssue> issue = find(path.key());
    if (issue.isEmpty()) {
      return NO_SUCH_ISSUE;
    }
    boolean open = issue.get(0).isOpen();
    String name = open ? path.resolve() : path.reopen();
    Map<String, String> transition = new TreeMap<>();
    transition.put("id", open ? RESOLVE : REOPEN);
    transition.put("name", name);
    return json(200, Map.of("transitions", name.isEmpty() ? List.of() : List.of(transition)));
  }

  HttpResponse transition(String key, JsonNode body, Instant now) {
    String id = body.path("transition").path("id").asString("");
    for (JiraIssue issue : find(key)) {
      if (id.equals(RESOLVE)) {
        issue.resolve(now);
      } else {
        issue.reopen();
      }
      return NO_CONTENT;
    }
    return NO_SUCH_ISSUE;
  }

  boolean isOpen(String key) {
    return find(key).stream().anyMatch(JiraIssue::isOpen);
  }

  private List<JiraIssue> find(String key) {
    return issues.stream().filter(issue -> issue.key().equals(key)).toList();
  }

  private static HttpResponse json(int status, Object body) {
    return HttpResponse.json(status, Json.write(body));
  }
}
