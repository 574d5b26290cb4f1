package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A stand-in for Jira. Formats: the documentation of its REST API, versions 2 and 3, "Create
 * issue", "Edit issue", "Search for issues using JQL", "Get transitions" and "Transition issue".
 * Alertmanager searches for a group's issue, then creates or edits it; a later transition belongs
 * to that edit.
 */
final class JiraService implements Service {

  private static final Pattern GROUP = Pattern.compile("ALERT\\{[0-9a-f]{6,}}");

  /** How Alertmanager quotes the marker's edges in a search. */
  private static final Pattern IN_SEARCH = Pattern.compile("(?:\\\\)+x1e([^\\\\\"]*)(?:\\\\)+x1e");

  private record Instance(String receiver, int index) {}

  private final Map<Instance, JiraProject> projects = new ConcurrentHashMap<>();

  /** Each issue's last edit, for the transition after it. */
  private final Map<String, Edit> edits = new ConcurrentHashMap<>();

  /** An edit, and the transition that was made with it. */
  private record Edit(Group group, AtomicReference<String> transition) {}

  @Override
  public Reading read(CapturedRequest request) {
    Endpoint endpoint = request.endpoint();
    JiraPath path = JiraPath.of(request.rest());
    JiraProject project =
        projects.computeIfAbsent(
            new Instance(endpoint.receiver(), endpoint.index()), any -> new JiraProject());
    if (path.isSearch()) {
      return search(request, path, project);
    }
    if (path.isTransitions()) {
      return transition(request, path, project);
    }
    return path.key().isEmpty() ? create(request, path, project) : edit(request, path, project);
  }

  private static Reading search(CapturedRequest request, JiraPath path, JiraProject project) {
    String query = Json.read(request.body()).path("jql").asString("");
    Jql jql = Jql.of(query, request.time());
    Matcher marker = IN_SEARCH.matcher(query);
    Group group = marker.find() ? Marker.readPlain(marker.group(1)) : Subject.UNKNOWN;
    return step(group, request, path, () -> project.search(jql));
  }

  private Reading create(CapturedRequest request, JiraPath path, JiraProject project) {
    Issue issue = Issue.of(request);
    Matcher label = GROUP.matcher(issue.read().path("labels").toString());
    if (!label.find()) {
      throw new UndecodableException("an issue without the label that identifies its group", null);
    }
    String group = label.group();
    String key = project.nextKey(issue.project(), group);
    Message message = issue.message("create", key, "");
    return Reading.of(
        new Content(issue.group(), Optional.of(message), raw(request, path)),
        () -> JiraRefusals.of(issue.read()).orElseGet(() -> project.create(key, group)));
  }

  private Reading edit(CapturedRequest request, JiraPath path, JiraProject project) {
    Issue issue = Issue.of(request);
    Edit edit = new Edit(issue.group(), new AtomicReference<>(""));
    edits.put(editKey(request, path), edit);
    Supplier<Optional<Message>> message =
        () -> Optional.of(issue.message("edit", path.key(), edit.transition.get()));
    return Reading.of(
        new Content(issue.group(), message, raw(request, path)),
        () -> JiraRefusals.of(issue.read()).orElseGet(() -> project.update(path.key())));
  }

  private Reading transition(CapturedRequest request, JiraPath path, JiraProject project) {
    Edit edit = edits.get(editKey(request, path));
    Group group = edit == null ? Subject.UNKNOWN : edit.group;
    if (request.method().equals("GET")) {
      return step(group, request, path, () -> project.transitions(path));
    }
    JsonNode body = Json.read(request.body());
    return step(
        group,
        request,
        path,
        () -> {
          HttpResponse reply = project.transition(path.key(), body, request.time());
          if (edit != null) {
            edit.transition.set(project.isOpen(path.key()) ? path.reopen() : path.resolve());
          }
          return reply;
        });
  }

  private static String editKey(CapturedRequest request, JiraPath path) {
    Endpoint endpoint = request.endpoint();
    return endpoint.receiver() + "/" + endpoint.index() + "/" + path.key();
  }

  private static Reading step(
      Group group, CapturedRequest request, JiraPath path, Supplier<HttpResponse> reply) {
    return Reading.step(new Content(group, Optional.empty(), raw(request, path)), reply);
  }

  private static Notification.Request raw(CapturedRequest request, JiraPath path) {
    String body = IN_SEARCH.matcher(Marker.withoutInJson(request.body())).replaceAll("");
    return new RawRequest(request.rawWithRest(path.path()).path(), request.contentType(), body);
  }

  /**
   * The fields of an issue that is created or edited.
   *
   * @param group the group of alerts
   * @param project its project's key
   * @param read its fields, without marker
   */
  private record Issue(Group group, String project, JsonNode read) {

    static Issue of(CapturedRequest request) {
      JsonNode sent = Json.read(request.body()).path("fields").path("project").path("key");
      String key = sent.asString("");
      JsonNode read = Json.read(Marker.withoutInJson(request.body())).path("fields");
      return new Issue(Marker.readFull(key), Marker.without(key), read);
    }

    Message message(String action, String key, String transition) {
      SortedMap<String, String> fields = Json.fields(read);
      fields.keySet().removeIf(name -> name.startsWith("description."));
      fields.put("action", action);
      fields.put("key", key);
      if (!transition.isEmpty()) {
        fields.put("transition", transition);
      }
      fields.put("description", JiraText.of(read.path("description")));
      return Json.message(fields, "summary", "description");
    }
  }
}
