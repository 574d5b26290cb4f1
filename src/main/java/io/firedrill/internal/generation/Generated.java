package io.firedrill.internal.generation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are generated but not written yet. */
public final class Generated {

  private final Map<Path, String> files = new LinkedHashMap<>();
  private final GenerationResult result;

  Generated(List<GeneratedFile> files, GenerationResult result) {
    files.forEach(file -> this.files.put(file.path(), file.text()));
    this.result = result;
  }

  /** The text of each file. */
  public Map<Path, String> files() {
    return Map.copyOf(files);
  }

  public GenerationResult result() {
    return result;
  }
}
