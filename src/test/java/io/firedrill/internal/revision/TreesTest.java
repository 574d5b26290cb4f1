package io.firedrill.internal.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {

  @TempDir private Path temporary;

  private Path directory;
  private GitFiles git;

  @BeforeEach
  void repository() throws IOException {
    directory = Files.createDirectory(temporary.toRealPath().resolve("repository"));
    git = GitFiles.init(directory);
    git.write("rules/queue.yml", "old").write("team/tests/a.yml", "a").commit();
    git.git("tag", "v1");
    git.write("rules/queue.yml", "new");
  }

  @Test
  void aRevisionHasItsFilesAndDoesNotChangeTheRepository() throws IOException {
    git.write(".gitattributes", "rules export-ignore\n").commit();
    git.write("rules/queue.yml", "newer").git("add", "rules/queue.yml");
    git.write("rules/queue.yml", "newest");
    String before = git.git("status", "--porcelain") + git.git("worktree", "list");

    Path copy;
    try (Tree tree = trees().named("main")) {
      copy = tree.root();
      assertThat(tree.root().resolve("rules/queue.yml")).hasContent("new");
      assertThat(tree.name()).matches("main \\([0-9a-f]{7}\\)");
    }

    assertThat(copy).doesNotExist();
    assertThat(git.git("status", "--porcelain") + git.git("worktree", "list")).isEqualTo(before);
    assertThat(directory.resolve("rules/queue.yml")).hasContent("newest");
  }

  @Test
  void filesHaveCounterpartsInASubdirectoryOfTheRepository() {
    Trees trees = new Trees(directory.resolve("team"), Suggestions::hint);

    try (Tree base = trees.named("v1");
        Tree head = trees.workingTree()) {
      Path scenario = directory.resolve("team/tests/a.yml");
      assertThat(base.counterpart(scenario, head)).hasContent("a");
      assertThat(head.shown(scenario)).isEqualTo(Path.of("tests/a.yml"));
      Path rules = directory.resolve("team/../rules/queue.yml");
      assertThat(base.counterpart(rules, head)).hasContent("old");
      assertThat(base.named("see " + base.counterpart(rules, head) + ":3:1: error"))
          .isEqualTo("see v1:/rules/queue.yml:3:1: error");
      assertThat(base.named(base.counterpart(scenario, head).toString()))
          .isEqualTo("v1:tests/a.yml");
      Path outside = temporary.resolve("other.yml");
      assertThat(base.counterpart(outside, head)).as("the same in both").isEqualTo(outside);
    }
  }

  @Test
  void aDirectoryIsUsedDirectly() throws IOException {
    Path old = Files.createDirectories(temporary.toRealPath().resolve("old/rules")).getParent();
    Files.writeString(old.resolve("rules/queue.yml"), "ancient");

    try (Tree base = trees().named(old.toString());
        Tree head = trees().named(".")) {
      assertThat(base.counterpart(directory.resolve("rules/queue.yml"), head))
          .hasContent("ancient");
      assertThat(head.name()).isEqualTo("the working tree");
      assertThat(base.name()).isEqualTo(old.toString());
    }
    assertThat(old).exists();
  }

  @Test
  void unknownNamesAreReportedWithAHint() {
    assertRefused(
        "mian", "there is no git revision or directory \"mian\"\n  hint: did you mean \"main\"?");
    assertRefused(
        "origin/master",
        "there is no git revision or directory \"origin/master\"\n"
            + "  hint: in CI, fetch it first: checkouts often have one revision only");
    assertRefused("../old", "there is no git revision or directory \"../old\"");
    assertRefused(
        "rules/queue.yml",
        "\"rules/queue.yml\" is a file, and neither a git revision nor a directory: write BASE, then"
            + " HEAD or . for the working tree, and files after these");
    git.git("branch", "rules");
    assertRefused(
        "rules",
        "\"rules\" is a directory and a git revision: write ./rules, or the revision otherwise");
    assertThatThrownBy(() -> new Trees(temporary, Suggestions::hint).named("main"))
        .hasMessage(
            "there is no directory \"main\", and " + temporary + " is not in a git repository");
  }

  private Trees trees() {
    return new Trees(directory, Suggestions::hint);
  }

  private void assertRefused(String name, String message) {
    assertThatThrownBy(() -> trees().named(name))
        .isInstanceOf(RevisionException.class)
        .hasMessage(message);
  }
}
