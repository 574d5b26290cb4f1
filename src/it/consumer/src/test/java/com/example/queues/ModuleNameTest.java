package com.example.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** On the module path, the jar has a module name that does not depend on its file name. */
class ModuleNameTest {

  @Test
  void isDeclaredByTheManifest() throws URISyntaxException {
    Path jar = Path.of(Drill.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    assertThat(ModuleFinder.of(jar).find("io.firedrill")).isPresent();
  }
}
