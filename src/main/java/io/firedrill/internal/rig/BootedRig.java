package io.firedrill.internal.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.Signal;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.rig.Place.Endpoint;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Running servers in a place. Closing the rig stops them and frees the place. */
final class BootedRig implements Rig {

  /**
   * The step of virtual time while a server stops: a member that leaves a cluster waits until its
   * peers have been informed.
   */
  private static final Duration END_STEP = Duration.ofMillis(100);

  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  /** Servers quote addresses of targets, which may contain passwords. */
  private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s\"]+@");

  /**
   * Members of a cluster derive their names from the time, so each one starts at a different time.
   */
  private static final Duration BETWEEN_MEMBERS = Duration.ofMillis(10);

  private static final AtomicLong BRANCHES = new AtomicLong();

  private final ApiPassword password = ApiPassword.ofThisJvm();
  private final RigSpec spec;
  private final Place place;
  private final Runnable free;
  private final Map<Server, String> gossip = new LinkedHashMap<>();
  private final Map<Server, Endpoint> endpoints = new LinkedHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private BootedRig(RigSpec spec, Place place, Runnable free) {
    this.spec = spec;
    this.place = place;
    this.free = free;
  }

  /**
   * Starts servers in a fresh or reset place.
   *
   * @param free called once, when the rig is closed or does not start
   * @throws RigException if the servers do not start
   */
  static BootedRig boot(RigSpec spec, Place place, Runnable free) {
    BootedRig rig = new BootedRig(spec, place, free);
    try {
      rig.boot();
      return rig;
    } catch (RuntimeException e) {
      rig.close();
      throw e;
    }
  }

  /**
   * Forks servers from a template in the same place, and gives them their time.
   *
   * @param free called once, when the rig is closed
   * @throws ClockException if the launcher refuses
   * @throws RigException if a server does not see the virtual time
   * @throws UncheckedIOException if a server does not answer
   */
  static BootedRig fork(RigSpec spec, Place place, RigTemplate template, Runnable free) {
    BootedRig rig = new BootedRig(spec, place, free);
    rig.endpoints.putAll(template.endpoints());
    rig.gossip.putAll(template.gossip());
    place.clock().setProgressLimit(spec.progressLimit());
    place.clock().fork(template.name(), spec.epoch());
    place.expectServers();
    rig.servers().forEach(rig::requireVirtualTime);
    return rig;
  }

  /**
   * Stops the servers for ever, as they are now; the rig cannot be used any more, but forks of it.
   *
   * @throws ClockException if the launcher refuses; the servers have ended
   */
  RigTemplate freeze(String name) {
    place.clock().advanceTo(place.clock().now()); // until everything has settled
    place.clock().freeze(name);
    return new RigTemplate(name, endpoints, gossip);
  }

  @Override
  public Branch branch() {
    String name = "branch-" + BRANCHES.incrementAndGet();
    try {
      Instant instant = place.clock().now();
      freeze(name);
      place.clock().fork(name, instant);
      return new ForkedBranch(place.clock(), name, instant);
    } catch (ClockException e) {
      throw new RigException("the rig has no branches: " + e.getMessage(), e);
    }
  }

  /** The frozen servers of an instant, in the launcher. */
  private record ForkedBranch(VirtualClock clock, String name, Instant instant) implements Branch {

    @Override
    public void resume() {
      clock.fork(name, instant);
    }

    @Override
    public void close() {
      clock.endFork(name);
    }
  }

  private void boot() {
    VirtualClock clock = place.clock();
    List<Server> members = clusterMembers();
    clock.setProgressLimit(spec.progressLimit());
    clock.setEpoch(spec.epoch().minus(BETWEEN_MEMBERS.multipliedBy(members.size())));
    write(ServerPrograms.NAME_SERVICE_FILE, ServerPrograms.NAME_SERVICE);
    write(ApiPassword.FILE, password.configuration());
    List<Server> servers = spec.topology().servers();
    Iterator<Endpoint> free = place.endpoints(servers.size()).iterator();
    for (Server server : servers) {
      endpoints.put(server, free.next());
      write(server.configFile(), ServerPrograms.neutralConfiguration(server));
    }
    if (!members.isEmpty()) {
      GossipKey.files().forEach(this::write);
    }
    members.forEach(server -> gossip.put(server, "127.0.0.1:" + clock.reservePort()));
    // Members of the cluster first, so that all other servers start at the epoch itself.
    members.forEach(this::launch);
    servers.stream().filter(server -> !members.contains(server)).forEach(this::launch);
    servers.forEach(this::awaitReady);
  }

  /** The Alertmanagers if there are several; a single one needs no cluster. */
  private List<Server> clusterMembers() {
    return spec.topology().alertmanagers() == 1
        ? List.of()
        : spec.topology().servers().stream()
            .filter(server -> server.kind() == Server.Kind.ALERTMANAGER)
            .toList();
  }

  private void launch(Server server) {
    try {
      place
          .clock()
          .start(
              ServerPrograms.of(
                  server,
                  place.servers().of(server),
                  endpoints.get(server).listen(),
                  gossip,
                  spec));
    } catch (ClockException e) {
      throw doesNotStart(server, e);
    }
    if (gossip.containsKey(server)) {
      awaitReady(server);
      settle(server, BETWEEN_MEMBERS);
    }
  }

  private void settle(Server server, Duration within) {
    try {
      place.clock().advanceTo(place.clock().now().plus(within));
    } catch (ClockException e) {
      throw doesNotStart(server, e);
    }
  }

  private void awaitReady(Server server) {
    try {
      Readiness.await(
          password.in(endpoints.get(server).outside()),
          patience(),
          () -> place.clock().cpuTime(server.program()));
      requireVirtualTime(server);
    } catch (ClockException | RigException | UncheckedIOException e) {
      throw doesNotStart(server, e);
    }
  }

  @Override
  public void start(Server server) {
    launch(server);
    awaitReady(server);
  }

  @Override
  public void stop(Server server) {
    VirtualClock clock = place.clock();
    Instant begin = clock.now();
    clock.signal(server.program(), Signal.TERM);
    for (Instant t = begin; !t.isAfter(begin.plus(END_LIMIT)); t = t.plus(END_STEP)) {
      clock.advanceTo(t);
      if (clock.awaitExit(server.program(), Duration.ZERO).isPresent()) {
        return;
      }
    }
    throw new RigException(server + " did not end\n" + log(server));
  }

  private RigException doesNotStart(Server awaited, RuntimeException e) {
    // While one server is awaited, another may end.
    Server server =
        endpoints.keySet().stream()
            .filter(s -> e.getMessage().startsWith(s.program() + " ended"))
            .findFirst()
            .orElse(awaited);
    String failureReason = place.failureReason();
    return new RigException(
        "%s did not start: %s%s\n%s"
            .formatted(
                server.program(),
                e.getMessage(),
                failureReason.isEmpty() ? "" : "\n" + failureReason,
                log(server))
            .stripTrailing(),
        e);
  }

  private void write(String path, String content) {
    place.clock().write(path, content.getBytes(UTF_8));
  }

  @Override
  public VirtualClock clock() {
    return place.clock();
  }

  @Override
  public List<Server> servers() {
    return List.copyOf(endpoints.keySet());
  }

  @Override
  public Optional<URI> address(Server server) {
    return Optional.ofNullable(endpoints.get(server)).map(Endpoint::outside).map(password::in);
  }

  @Override
  public void requireVirtualTime(Server server) {
    ServerClock.require(server, address(server).orElseThrow(), place.clock().now(), patience());
  }

  @Override
  public Patience patience() {
    return new Patience(spec.progressLimit());
  }

  @Override
  public String version(Server server) {
    return place.servers().of(server).version();
  }

  @Override
  public String description() {
    return place.servers().description();
  }

  @Override
  public String failureReason() {
    return place.failureReason();
  }

  @Override
  public String log(Server server) {
    try {
      String log = new String(place.clock().read(server.logFile()), UTF_8);
      return USER_INFO.matcher(log).replaceAll("//****@");
    } catch (ClockException e) {
      return place.left(server.logFile());
    }
  }

  @Override
  public Optional<String> eventFile(Server server) {
    return spec.recordsEvents(version(server)) ? Optional.of(server.eventFile()) : Optional.empty();
  }

  @Override
  public Optional<String> events(Server server) {
    try {
      return eventFile(server).map(file -> new String(place.clock().read(file), UTF_8));
    } catch (ClockException e) {
      return Optional.of(""); // Nothing has been recorded yet.
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      free.run();
    }
  }
}
