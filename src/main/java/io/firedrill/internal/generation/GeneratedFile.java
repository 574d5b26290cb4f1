package io.firedrill.internal.generation;

import java.nio.file.Path;

/** A file to write. */
record GeneratedFile(Path path, String text) {}
