package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.RedirectedConfig;
import io.firedrill.internal.capture.AnswerPolicy;
import io.firedrill.internal.capture.CaptureSink;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.receiver.SinkPorts;
import io.firedrill.internal.relay.Relay;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The stand-ins for a run's receivers, and the relays to them. */
final class Receivers implements AutoCloseable {

  private final VirtualClock clock;
  private final Relay relay;
  private final CaptureSink sink;
  private SinkPorts ports;

  /**
   * Starts the stand-ins.
   *
   * @param relay the clock's handler of relayed connections; closed with this
   */
  Receivers(VirtualClock clock, Relay relay, AnswerPolicy policy) {
    this.clock = clock;
    this.relay = relay;
    this.sink = new CaptureSink(clock::now, policy);
  }

  /**
   * Writes a configuration, redirected, and the files that it refers to.
   *
   * @param file the configuration file, in the directory in which Alertmanager runs
   * @param events the file in which Alertmanager has to record events, if it has to
   */
  void write(AlertmanagerConfig config, String file, Optional<String> events) {
    if (ports == null) {
      ports = openRelays();
    }
    RedirectedConfig redirected = config.redirectedTo(ports);
    redirected.files().forEach(this::write);
    write(
        file,
        redirected.text()
            + events.map(f -> "event_recorder: {file_outputs: [{path: " + f + "}]}\n").orElse(""));
  }

  private SinkPorts openRelays() {
    SinkPorts opened = new SinkPorts(clock.openRelay(), clock.openRelay(), clock.openRelay());
    relay.serveHttp(opened.http(), sink);
    relay.serve(opened.smtp(), sink::serveMail);
    relay.serveHttpsProxy(opened.proxy(), sink);
    return opened;
  }

  private void write(String path, String text) {
    clock.write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The captured requests. */
  CaptureSink sink() {
    return sink;
  }

  @Override
  public void close() {
    relay.close();
  }
}
