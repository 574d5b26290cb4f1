package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The arguments that the script {@code firedrill} passes to Java, with a program that replaces
 * Java.
 */
class LauncherScriptTest {

  /** Beyond the largest that Linux gives. */
  private static final String PID_OF_NOBODY = "4194305";

  @TempDir private Path directory;

  @BeforeEach
  void aBuiltProject() throws IOException {
    Files.copy(Path.of("firedrill"), directory.resolve("firedrill"));
    Path pom = Files.writeString(directory.resolve("pom.xml"), "");
    Path sources = Files.createDirectories(directory.resolve("src/main"));
    Files.setLastModifiedTime(pom, FileTime.from(Instant.EPOCH));
    Files.setLastModifiedTime(sources, FileTime.from(Instant.EPOCH));
    Files.createDirectories(directory.resolve("target"));
    Files.writeString(directory.resolve("target/firedrill-1-cli.jar"), "");
    Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$LC_ALL|$*\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String run(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", directory.resolve("firedrill").toString(), "test", "größe");
    builder.environment().clear();
    builder.environment().put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void choosesALocaleThatSupportsAllNames() throws IOException {
    assertThat(run(Map.of("LC_ALL", "C"))).startsWith("C.UTF-8|");
    assertThat(run(Map.of("LANG", "POSIX"))).startsWith("C.UTF-8|");
    assertThat(run(Map.of())).startsWith("C.UTF-8|");
    assertThat(run(Map.of("LC_ALL", "xx_XX.UTF-8")))
        .as("one that is not installed")
        .startsWith("C.UTF-8|");
    assertThat(run(Map.of("LANG", "C.UTF-8"))).startsWith("|");
    assertThat(run(Map.of("LC_CTYPE", "C.UTF-8", "LANG", "C"))).startsWith("|");
  }

  @Test
  void honoursTmpdir() throws IOException {
    assertThat(run(Map.of("TMPDIR", "/my scratch"))).contains("|-Djava.io.tmpdir=/my scratch -XX:");
    assertThat(run(Map.of("TMPDIR", ""))).contains("|-XX:");
  }

  @Test
  void theFirstTestWritesAnArchiveOfClassesForLaterRuns() throws IOException {
    Path target = directory.resolve("target");
    String first = run(Map.of());
    Files.writeString(target.resolve("firedrill-1-cli.jsa." + PID_OF_NOBODY), "");

    assertThat(first).contains(" -XX:ArchiveClassesAtExit=" + target + "/firedrill-1-cli.jsa.");
    assertThat(run(Map.of()))
        .contains(" -XX:SharedArchiveFile=" + target + "/firedrill-1-cli.jsa ");
    assertThat(target).isDirectoryNotContaining("glob:**.jsa.*");
  }

  @Test
  void anArchiveThatIsBeingWrittenIsNotUsed() throws IOException {
    Path written = directory.resolve("target/firedrill-1-cli.jsa." + ProcessHandle.current().pid());
    Files.writeString(written, "");

    assertThat(run(Map.of())).contains(" -XX:ArchiveClassesAtExit=");
    assertThat(written).exists();
  }
}
