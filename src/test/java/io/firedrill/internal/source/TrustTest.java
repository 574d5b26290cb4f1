package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

  private static final String REFUSAL =
      "not allowed in untrusted files: a file outside of the working directory";

  @TempDir private Path directory;

  private Path root;
  private Path secret;

  @BeforeEach
  void files() throws IOException {
    root = Files.createDirectories(directory.resolve("root/sub")).getParent();
    Files.writeString(root.resolve("rules.yml"), "");
    secret = Files.writeString(directory.resolve("secret"), "");
  }

  @Test
  void allowsFilesBelowADirectory() {
    Trust trust = Trust.below(root);

    assertThat(trust.refusal(root.resolve("rules.yml"))).isEmpty();
    assertThat(trust.refusal(root.resolve("sub/../rules.yml"))).isEmpty();
    assertThat(trust.refusal(root.resolve("sub/new/*.yml"))).isEmpty();
    assertThat(trust.refusal(root)).isEmpty();
    assertThat(trust.isFull()).isFalse();
  }

  @Test
  void refusesFilesOutside() throws IOException {
    Files.createSymbolicLink(root.resolve("file"), secret);
    Files.createSymbolicLink(root.resolve("up"), directory);
    Files.createDirectory(directory.resolve("root-2"));
    Trust trust = Trust.below(root);

    assertThat(trust.refusal(secret)).contains(REFUSAL);
    assertThat(trust.refusal(root.resolve("../secret"))).contains(REFUSAL);
    assertThat(trust.refusal(root.resolve("missing/../../secret"))).contains(REFUSAL);
    assertThat(trust.refusal(root.resolve("file"))).contains(REFUSAL);
    assertThat(trust.refusal(root.resolve("up/secret"))).contains(REFUSAL);
    assertThat(trust.refusal(root.resolve("up/*"))).contains(REFUSAL);
    assertThat(trust.refusal(directory.resolve("root-2/x"))).contains(REFUSAL);
    assertThatThrownBy(() -> trust.require(root.resolve("file")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("file:1:1: error: " + REFUSAL);
  }

  @Test
  void followsLinksOfTheDirectoryItself() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), root);

    assertThat(Trust.below(link).refusal(root.resolve("rules.yml"))).isEmpty();
    assertThat(Trust.below(root).refusal(link.resolve("rules.yml"))).isEmpty();
  }

  @Test
  void allowsEverythingIfItIsFull() {
    assertThat(Trust.FULL.refusal(secret)).isEmpty();
    assertThat(Trust.FULL.isFull()).isTrue();
  }
}
