package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Every alert links to a runbook. A linked page of this repository exists. */
final class AlertRunbook implements RuleCheck {

  private static final String LINK = "runbook_url";

  private final Runbooks runbooks;

  AlertRunbook(Runbooks runbooks) {
    this.runbooks = runbooks;
  }

  @Override
  public String name() {
    return "alert/runbook";
  }

  @Override
  public String about() {
    return "Every alert links to a runbook that exists";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (!RuleParts.isAlert(rule)) {
      return;
    }
    Optional<YamlScalar> link = RuleParts.annotation(rule, LINK);
    if (link.isEmpty()) {
      findings.add(
          RuleParts.name(rule),
          RuleParts.called(rule) + " has no " + LINK,
          "a page that says what it means, why it fires, and what to do first");
    } else if (!link.get().text().contains("{{")) {
      runbooks
          .page(link.get().text().strip())
          .filter(page -> !Files.isRegularFile(page))
          .ifPresent(page -> missing(link.get(), page, findings));
    }
  }

  private void missing(YamlScalar link, Path page, Findings findings) {
    Path root = runbooks.root();
    Path shown = page.startsWith(root) ? root.relativize(page).normalize() : page;
    String message = "the runbook \"" + shown + "\" does not exist";
    Optional<String> hint =
        Optional.ofNullable(page.getFileName())
            .flatMap(name -> Suggestions.hint(name.toString(), Runbooks.beside(page)));
    if (hint.isPresent()) {
      findings.add(link, message, hint.get());
    } else {
      findings.add(link, message);
    }
  }
}
