package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.GoGlob;
import io.firedrill.internal.source.Located;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {

  @TempDir Path root;

  private Path directory;
  private ScenarioFiles files;

  @BeforeEach
  void files() {
    directory = root.resolve("tests");
    files = new ScenarioFiles(directory);
    files.write("a.yaml", "");
    files.write("b1.yaml", "");
    files.write("b2.yaml", "");
    files.write(".hidden.yaml", "");
    files.write("sub/c.yml", "");
    files.write("sub2/c.yml", "");
    files.write("../rules/d.yaml", "");
  }

  @Test
  void pathsAreRelativeToTheFile() {
    assertThat(expand("[a.yaml, ./sub/c.yml, ../rules/d.yaml]"))
        .containsExactly(
            directory.resolve("a.yaml"),
            directory.resolve("sub/c.yml"),
            root.resolve("rules/d.yaml"));
  }

  @Test
  void absolutePathsAreKept() {
    assertThat(expand("[" + directory.resolve("a.yaml") + "]"))
        .containsExactly(directory.resolve("a.yaml"));
  }

  @Test
  void patternsMatchAsInGo() {
    assertThat(names("['b?.yaml']")).containsExactly("b1.yaml", "b2.yaml");
    assertThat(names("['b[2-9].yaml']")).containsExactly("b2.yaml");
    assertThat(names("['b[^2].yaml']")).containsExactly("b1.yaml");
    assertThat(names("['?[0-9]*']")).containsExactly("b1.yaml", "b2.yaml");
    assertThat(names("['sub*/*.yml']")).containsExactly("sub/c.yml", "sub2/c.yml");
    assertThat(names("['\\a.yaml']")).containsExactly("a.yaml");
    assertThat(names("['*h*.yaml']")).containsExactly(".hidden.yaml");
  }

  @Test
  void aFileIsReadOnce() {
    assertThat(names("[b1.yaml, 'b*.yaml']")).containsExactly("b1.yaml", "b2.yaml");
  }

  @Test
  void aPatternWithoutMatchesIsAnError() {
    files.assertError(
        "rule_files: [b.yaml, '*.txt', no/a.yaml, 'a[', sub, ab.yml]",
        """
        drill.yaml:1:14: error: there is no file "b.yaml"
            1 | rule_files: [b.yaml, '*.txt', no/a.yaml, 'a[', sub, ab.yml]
              |              ^^^^^^
          hint: did you mean "a.yaml"?

        drill.yaml:1:22: error: no file matches "*.txt"
            1 | rule_files: [b.yaml, '*.txt', no/a.yaml, 'a[', sub, ab.yml]
              |                      ^^^^^^^

        drill.yaml:1:31: error: there is no file "no/a.yaml"
            1 | rule_files: [b.yaml, '*.txt', no/a.yaml, 'a[', sub, ab.yml]
              |                               ^^^^^^^^^
          hint: there is no directory "no" either

        drill.yaml:1:42: error: mistake in the pattern "a["
            1 | rule_files: [b.yaml, '*.txt', no/a.yaml, 'a[', sub, ab.yml]
              |                                          ^^^^

        drill.yaml:1:48: error: "sub" is a directory
            1 | rule_files: [b.yaml, '*.txt', no/a.yaml, 'a[', sub, ab.yml]
              |                                                ^^^

        drill.yaml:1:53: error: there is no file "ab.yml"
            1 | rule_files: [b.yaml, '*.txt', no/a.yaml, 'a[', sub, ab.yml]
              |                                                     ^^^^^^
          hint: did you mean "a.yaml"?
        """);
  }

  @Test
  void anEndlessFileIsAnError() throws Exception {
    String pipe = directory.resolve("pipe.yaml").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

    files.assertError(
        "rule_files: ['pip*', /dev/zero]\nalertmanager_config: pipe.yaml",
        """
        drill.yaml:1:14: error: "pipe.yaml" is a pipe, a socket or a device
            1 | rule_files: ['pip*', /dev/zero]
              |              ^^^^^^

        drill.yaml:1:22: error: "/dev/zero" is a pipe, a socket or a device
            1 | rule_files: ['pip*', /dev/zero]
              |                      ^^^^^^^^^

        drill.yaml:2:22: error: "pipe.yaml" is a pipe, a socket or a device
            2 | alertmanager_config: pipe.yaml
              |                      ^^^^^^^^^
        """);
  }

  /** Some kernels allow opening this directory, but not listing it. */
  @Test
  void anUnreadableDirectoryHasNoFiles() {
    assertThat(GoGlob.expand(Path.of("/proc/1/map_files/*.yml"))).isEmpty();
  }

  private List<String> names(String list) {
    return expand(list).stream().map(path -> directory.relativize(path).toString()).toList();
  }

  private List<Path> expand(String list) {
    return files.read("rule_files: " + list).ruleFiles().stream().map(Located::value).toList();
  }
}
