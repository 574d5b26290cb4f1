package io.firedrill.internal.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rest of a request's path after the endpoint: the configured names of the transitions, and the
 * path of the user's own API address with what Alertmanager appends.
 *
 * @param resolve the name of the transition that resolves an issue; empty if there is none
 * @param reopen the name of the transition that opens an issue again; empty if there is none
 * @param path the path that Jira would get
 */
record JiraPath(String resolve, String reopen, String path) {

  private static final Pattern REST = Pattern.compile("/~([\\w-]*)~([\\w-]*)(/.*)");
  private static final Pattern SEARCH = Pattern.compile(".*/search(/jql)?");
  private static final Pattern ISSUE = Pattern.compile(".*/issue(?:/([^/]+)(/transitions)?)?");

  static JiraPath of(String rest) {
    Matcher matcher = REST.matcher(rest);
    if (!matcher.matches()) {
      throw new UndecodableException("not a path of Jira's API", null);
    }
    return new JiraPath(decoded(matcher.group(1)), decoded(matcher.group(2)), matcher.group(3));
  }

  private static String decoded(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  boolean isSearch() {
    return SEARCH.matcher(path).matches();
  }

  boolean isTransitions() {
    Matcher issue = ISSUE.matcher(path);
    return issue.matches() && issue.group(2) != null;
  }

  /** The key of the issue in the path; the empty string if there is none. */
  String key() {
    Matcher issue = ISSUE.matcher(path);
    return issue.matches() && issue.group(1) != null ? issue.group(1) : "";
  }
}
