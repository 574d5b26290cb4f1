package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.vetting.ReadingServer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a server of a rig check configurations, and restores its own afterwards. */
final class VettingServer implements ReadingServer {

  private static final int REMEMBERED = 500;

  /** The answers in this JVM, by version and text, because most tests share configurations. */
  private static final Map<List<String>, String> ANSWERS =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final Rig rig;
  private final Server server;
  private final Supplier<String> reload;

  /** Uses a running Prometheus. */
  static VettingServer prometheus(Rig rig, Server server, PrometheusApi api) {
    return new VettingServer(
        rig,
        server,
        () -> {
          try {
            api.reload();
            return "";
          } catch (PrometheusException e) {
            return e.status() == 0 ? crash(rig, server).orElseThrow(() -> e) : e.serverMessage();
          }
        });
  }

  /** Uses a running Alertmanager. */
  static VettingServer alertmanager(Rig rig, Server server) {
    return new VettingServer(
        rig,
        server,
        () -> {
          try {
            AlertmanagerApi.at(rig.address(server).orElseThrow()).reload();
            return "";
          } catch (AlertmanagerException e) {
            return e.status() == 0 ? crash(rig, server).orElseThrow(() -> e) : e.serverMessage();
          }
        });
  }

  private VettingServer(Rig rig, Server server, Supplier<String> reload) {
    this.rig = rig;
    this.server = server;
    this.reload = reload;
  }

  @Override
  public String read(String text, Map<String, String> files) {
    List<String> question = List.of(server.kind().name(), rig.version(server), text);
    synchronized (ANSWERS) {
      if (ANSWERS.containsKey(question)) {
        return ANSWERS.get(question);
      }
    }
    String answer = ask(text, files);
    synchronized (ANSWERS) {
      ANSWERS.put(question, answer);
    }
    return answer;
  }

  private String ask(String text, Map<String, String> files) {
    byte[] own = rig.clock().read(server.configFile());
    files.forEach(this::write);
    write(server.configFile(), text);
    String answer = reload.get();
    if (crash(rig, server).isEmpty()) {
      rig.clock().write(server.configFile(), own);
    }
    return answer;
  }

  /** The panic in a server's log: some versions crash on some errors instead of rejecting them. */
  private static Optional<String> crash(Rig rig, Server server) {
    return rig.log(server).lines().filter(line -> line.startsWith("panic: ")).findFirst();
  }

  private void write(String path, String text) {
    rig.clock().write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
