package io.firedrill.internal.cli;

import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.TestInput;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reruns tests when files change that they may read: if only a scenario file changes, its tests,
 * else all. Watches the directories of scenarios, rules and configurations, and those below.
 */
final class WatchLoop {

  private final List<Path> named;
  private final Supplier<TestInput> reading;
  private final Consumer<TestInput> running;
  private final PrintWriter out;
  private final PrintWriter err;

  WatchLoop(
      List<Path> named,
      Supplier<TestInput> reading,
      Consumer<TestInput> running,
      PrintWriter out,
      PrintWriter err) {
    this.named = named;
    this.reading = reading;
    this.running = running;
    this.out = out;
    this.err = err;
  }

  /** Runs until the thread is interrupted; Ctrl-C ends the program. */
  int untilInterrupted(Set<Path> outputs) {
    try (FileChanges changes = new FileChanges(outputs)) {
      changes.watch(named.stream().map(WatchLoop::directory).collect(Collectors.toSet()));
      Set<Path> changed = Set.of();
      do {
        round(changes, changed);
        Terminal.lines(out, "watching; Ctrl-C ends\n");
        out.flush();
        changed = changes.await();
        changed.forEach(file -> out.println("changed: " + file));
      } while (!changed.isEmpty());
      return ExitStatus.PASSED;
    }
  }

  /** An invalid file does not end the loop: the next change may correct it. */
  private void round(FileChanges changes, Set<Path> changed) {
    try {
      TestInput input = reading.get();
      changes.watch(directories(input.files()));
      running.accept(input.with(concerned(input.files(), changed)));
    } catch (UnusableException e) {
      Terminal.lines(err, "firedrill: " + e.getMessage());
      err.flush();
    }
  }

  private static List<PreparedFile> concerned(List<PreparedFile> files, Set<Path> changed) {
    List<PreparedFile> own =
        files.stream().filter(f -> changed.contains(f.file().path().normalize())).toList();
    return own.size() == changed.size() && !own.isEmpty() ? own : files;
  }

  private static Set<Path> directories(List<PreparedFile> files) {
    return files.stream()
        .map(PreparedFile::file)
        .flatMap(WatchLoop::inputs)
        .map(WatchLoop::directory)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> inputs(ScenarioFile file) {
    Stream<Located<Path>> loaded =
        Stream.of(
                file.ruleFiles().stream(),
                file.alertmanagerConfig().stream(),
                file.prometheusConfig().stream())
            .flatMap(s -> s);
    return Stream.of(
            Stream.of(file.path()),
            loaded.map(Located::value),
            file.servers().operator().alertmanagerConfigs().stream())
        .flatMap(s -> s);
  }

  private static Path directory(Path path) {
    if (Files.isDirectory(path)) {
      return path;
    }
    return path.getParent() == null ? Path.of("") : path.getParent();
  }
}
