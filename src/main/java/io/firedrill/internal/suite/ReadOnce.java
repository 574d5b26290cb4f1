package io.firedrill.internal.suite;

import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.run.FileLoader;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads the rules and routes that a scenario file and its actions name, each only once. */
final class ReadOnce implements FileLoader {

  private final Map<TestedFiles.Named, TestedFiles> read = new ConcurrentHashMap<>();
  private final Trust trust;
  private final UnknownFields unknown;
  private final OperatorSettings operator;
  private final FileTexts texts;

  ReadOnce(Trust trust, UnknownFields unknown, OperatorSettings operator, FileTexts texts) {
    this.texts = texts;
    this.trust = trust;
    this.unknown = unknown;
    this.operator = operator;
  }

  UnknownFields unknown() {
    return unknown;
  }

  @Override
  public TestedFiles read(TestedFiles.Named files) {
    return read.computeIfAbsent(
        files.with(operator), named -> TestedFiles.read(named, trust, unknown, texts));
  }

  /** The files, with the templates of a configuration. */
  Stream<Path> withTemplates(TestedFiles.Named files) {
    return Stream.concat(
        files.ruleFiles().stream(),
        read(files).alertmanager().stream().flatMap(routes -> routes.files().stream()));
  }
}
