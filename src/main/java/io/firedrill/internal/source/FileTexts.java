package io.firedrill.internal.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the texts of files come from: the disk, or other versions of some of them in memory. */
@FunctionalInterface
public interface FileTexts {

  /** The files as they are. */
  FileTexts AS_THEY_ARE = TextFile::read;

  /**
   * The text of a file.
   *
   * @throws InputException see {@link TextFile#read}
   */
  String read(Path file);

  /** The files as they are, except for one. */
  static FileTexts with(Path changed, String text) {
    Map<Path, String> texts = Map.of(changed.toAbsolutePath().normalize(), text);
    return file ->
        Optional.ofNullable(texts.get(file.toAbsolutePath().normalize()))
            .orElseGet(() -> TextFile.read(file));
  }
}
