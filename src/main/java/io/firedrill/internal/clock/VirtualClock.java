package io.firedrill.internal.clock;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The clock of a set of programs, and the launcher that starts them. All instants are virtual; they
 * have nanosecond resolution and reach from 1677 to 2262.
 *
 * <p>Commands are answered one at a time; every method may be called from any thread. All throw
 * {@link ClockException}, also when a program has died since the last command.
 *
 * <p>The protocol is described beside the launcher's source.
 */
public final class VirtualClock implements AutoCloseable {

  private static final int PROTOCOL_VERSION = 1;
  private static final Frame GONE = Frame.of("gone");

  /** Not a program's name: the launcher refuses it at once, even while it is busy. */
  private static final String NOBODY = "?";

  private static final Frame PING = Frame.of("cpu", NOBODY);

  private final Closeable connection;
  private final OutputStream out;
  private volatile RelayHandler handler;
  private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
  private final Map<Long, RelayConnection> connections = new ConcurrentHashMap<>();
  private volatile Instant now = Instant.EPOCH;
  private volatile ClockException death;
  private volatile boolean outOfStep;
  private volatile boolean silent;
  private volatile Patience patience = Patience.DEFAULT;
  private final Set<Long> strangers = new ConcurrentSkipListSet<>();
  private volatile String end;

  private VirtualClock(Closeable connection, OutputStream out, RelayHandler handler, String end) {
    this.end = end;
    this.connection = connection;
    this.handler = handler;
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /**
   * Connects to a launcher.
   *
   * @param address the address on which it listens
   * @param token the token with which it was started
   * @param handler handles the connections to relay ports
   * @throws IOException if nothing listens there
   */
  public static VirtualClock connect(InetSocketAddress address, String token, RelayHandler handler)
      throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setTcpNoDelay(true);
    VirtualClock clock =
        new VirtualClock(
            socket, socket.getOutputStream(), handler, "the connection to the launcher has ended");
    clock.begin(socket.getInputStream(), Frame.of("hello", PROTOCOL_VERSION, token));
    return clock;
  }

  /**
   * Connects to a launcher that was started without a port, over its input and output. It relays
   * nothing before a {@link #reset}.
   *
   * @param in its output after the line that reports that it is ready
   */
  public static VirtualClock over(InputStream in, OutputStream out) {
    VirtualClock clock = new VirtualClock(out, out, RelayHandler.NOBODY, "the launcher has ended");
    clock.begin(in, Frame.of("hello", PROTOCOL_VERSION));
    return clock;
  }

  private void begin(InputStream in, Frame hello) {
    InputStream buffered = new BufferedInputStream(in, 1 << 16);
    Thread reader = new Thread(() -> read(buffered), "firedrill-clock");
    reader.setDaemon(true);
    try {
      startReader(reader);
      ask(hello);
    } catch (ClockException e) {
      disconnect();
      throw e;
    }
  }

  /**
   * Connects to a launcher that relays nothing before a {@link #reset}.
   *
   * @throws IOException if nothing listens there
   */
  public static VirtualClock connect(InetSocketAddress address, String token) throws IOException {
    return connect(address, token, RelayHandler.NOBODY);
  }

  /** A random token that cannot be guessed. */
  public static String newToken() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The last known virtual time. It is exact while a relayed connection waits for an answer. */
  public Instant now() {
    return now;
  }

  /**
   * Messages about refused connections of other users since the last {@link #reset}; usually none.
   */
  public List<String> interference() {
    return strangers.stream()
        .map(user -> user < 0 ? "" : " (uid " + user + ")")
        .map(user -> "a connection of another user" + user + " to a port of this run was refused")
        .toList();
  }

  /** Sets the time; allowed only while no program runs. */
  public void setEpoch(Instant epoch) {
    now = Nanos.toInstant(ask(Frame.of("epoch", Nanos.of(epoch))).number(1));
  }

  /** A free loopback port on the launcher's side, reserved until the launcher ends. */
  public int reservePort() {
    return (int) ask(Frame.of("port")).number(1);
  }

  /** Opens a loopback port on the launcher's side whose connections are relayed to the handler. */
  public int openRelay() {
    return (int) ask(Frame.of("relay")).number(1);
  }

  /** Writes a file, and the directories above it, below the launcher's directory. */
  public void write(String path, byte[] content) {
    ask(Frame.of("write", path).with(content));
  }

  /** Reads a file below the launcher's directory; also works after a program has died. */
  public byte[] read(String path) {
    return answerTo(Frame.of("read", path)).payload();
  }

  /** Starts a program; returns its process id on the launcher's side. */
  public long start(Program program) {
    return ask(program.startFrame()).number(1);
  }

  /** Starts a program that sees the real clock; returns its process id on the launcher's side. */
  public long start(RealTimeProgram program) {
    return ask(program.startFrame()).number(1);
  }

  /** Sends a signal. After TERM, INT, QUIT and KILL, the program's exit is not a failure. */
  public void signal(String program, Signal signal) {
    ask(Frame.of("signal", program, signal.number()));
  }

  /**
   * Waits for a program to end.
   *
   * @param atMostWall the wall-clock limit
   * @return how it ended; empty if it still runs
   */
  public Optional<Exit> awaitExit(String program, Duration atMostWall) {
    Frame answer = ask(Frame.of("wait", program, atMostWall.toMillis()));
    return answer.word(1).equals("running")
        ? Optional.empty()
        : Optional.of(new Exit(answer.word(1).equals("killed"), (int) answer.number(2)));
  }

  /** Sets how far a program's clock is ahead of the virtual time, from the next advance on. */
  public void setLead(String program, Duration lead) {
    ask(Frame.of("lead", program, lead.toNanos()));
  }

  /** Sets how late a program's timers may run, from the next advance on. */
  public void setSlack(String program, Program.Slack slack) {
    ask(Frame.of("slack", program, slack.word()));
  }

  /**
   * Makes a program's timers run in steps, from the next advance on: each timer at the first step
   * at or after its instant. This saves wake-ups of programs that poll.
   *
   * @param one the instant of any step
   */
  public void setSteps(String program, Duration step, Instant one) {
    ask(Frame.of("slack", program, step.toNanos(), Nanos.of(one)));
  }

  /**
   * Moves the time to an instant, from timer to timer of the programs without slack, and returns
   * when all programs have settled there. If the instant is the current one, it only waits until
   * they have settled.
   *
   * @return how many times the clock moved
   * @throws ClockException if a program died or did not settle within the limit
   */
  public long advanceTo(Instant target) {
    return move("advance", target);
  }

  /** Moves the time to an instant in one step; timers in between run late, and only once. */
  public void leapTo(Instant target) {
    move("leap", target);
  }

  private long move(String how, Instant target) {
    Patience.Waiting waiting = patience.start();
    while (true) {
      try {
        Frame answer = ask(Frame.of(how, Nanos.of(target)));
        now = Nanos.toInstant(answer.number(1));
        return answer.number(2);
      } catch (ClockException e) {
        // Settling takes longer under load; the launcher continues where it gave up.
        if (e.kind() != ClockException.Kind.STUCK || waiting.isOver()) {
          throw e;
        }
      }
    }
  }

  /**
   * Sets the wall-clock limit, on an idle machine, for an advance without progress and for answers
   * of the launcher; see {@link Patience}.
   */
  public void setProgressLimit(Duration wall) {
    ask(Frame.of("limit", wall.toMillis()));
    patience = new Patience(wall);
  }

  /** The CPU time that a program has used. */
  public Duration cpuTime(String program) {
    return Duration.ofNanos(ask(Frame.of("cpu", program)).number(1));
  }

  /**
   * Stops all programs for ever, as a template; afterwards nothing runs. They must have settled.
   *
   * @throws ClockException if they cannot be frozen; they have then ended
   */
  public void freeze(String template) {
    ask(Frame.of("freeze", template));
  }

  /**
   * Ends all programs, and starts copies of a template's programs with their files, as they were
   * when they were frozen. Only the time may be another.
   *
   * @throws ClockException if that fails; then nothing runs
   */
  public void fork(String template, Instant time) {
    now = Nanos.toInstant(ask(Frame.of("fork", template, Nanos.of(time))).number(1));
  }

  /** Ends a template. */
  public void endFork(String template) {
    ask(Frame.of("endfork", template));
  }

  /**
   * Ends all programs and returns the launcher to the state after its start, without files, ports,
   * times and limits. Only templates without relay ports are left.
   *
   * @param next handles relayed connections from now on
   * @throws ClockException if it fails; the launcher can then no longer be used
   */
  public synchronized void reset(RelayHandler next) {
    // Failures of programs no longer matter.
    answerTo(Frame.of("reset"));
    connections.clear();
    strangers.clear();
    handler = next;
    death = null;
    now = Instant.EPOCH;
    patience = Patience.DEFAULT;
  }

  /** Ends all programs and the launcher, and waits until they have ended. */
  @Override
  public void close() {
    try {
      tell(Frame.of("quit"));
    } catch (ClockException gone) {
      // It has already ended.
    }
    try {
      for (Frame frame = Frame.of(); frame != GONE && !silent; ) {
        frame = answers.poll(10_000, MILLISECONDS);
        if (frame == null) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    disconnect();
  }

  /** Whether the launcher did not answer in time: it may be stopped and not end by itself. */
  public boolean isSilent() {
    return silent;
  }

  private void disconnect() {
    try {
      connection.close();
    } catch (IOException ignored) {
      // Closing failed; nothing depends on it.
    }
  }

  private synchronized Frame ask(Frame command) {
    if (death != null) {
      throw death;
    }
    return answerTo(command);
  }

  private synchronized Frame answerTo(Frame command) {
    if (outOfStep) {
      throw gone(end);
    }
    tell(command);
    try {
      Frame answer = awaitAnswer(command);
      if (answer.verb().equals("error")) {
        throw ClockException.from(answer);
      }
      return answer;
    } catch (InterruptedException e) {
      // The outstanding answer would be taken for the next command's.
      outOfStep = true;
      end = "interrupted";
      Thread.currentThread().interrupt();
      throw gone(end);
    }
  }

  /** Waits for an answer, as long as the launcher at least answers that it is busy. */
  private Frame awaitAnswer(Frame command) throws InterruptedException {
    Frame answer = null;
    int pings = 0;
    Patience.Waiting silence = patience.start();
    while (answer == null || pings > 0) {
      Frame frame = answers.poll(patience.limit().toMillis() / 2, MILLISECONDS);
      if (frame == GONE) {
        answers.add(GONE);
        throw gone(end);
      }
      if (frame != null) {
        silence = patience.start();
        boolean pong = pings > 0 && isPong(frame);
        pings -= pong ? 1 : 0;
        answer = pong ? answer : frame;
      } else if (silence.isOver()) {
        outOfStep = true;
        silent = true;
        end = "the launcher did not answer \"" + command.verb() + "\" " + patience.text();
        throw gone(end);
      } else if (pings == 0) {
        tell(PING);
        pings++;
      }
    }
    return answer;
  }

  private static boolean isPong(Frame frame) {
    return frame.verb().equals("error")
        && (frame.word(1).equals("busy") || frame.word(2).endsWith(" " + NOBODY));
  }

  private static ClockException gone(String why) {
    return new ClockException(ClockException.Kind.GONE, why, "");
  }

  void tell(Frame frame) {
    synchronized (out) {
      try {
        frame.writeTo(out);
      } catch (IOException e) {
        throw gone(end);
      }
    }
  }

  /** If no thread can be created, the JVM throws an OutOfMemoryError. */
  private static void startReader(Thread reader) {
    try {
      reader.start();
    } catch (OutOfMemoryError e) {
      throw gone(
          "the thread that reads the launcher's output cannot be started: " + e.getMessage());
    }
  }

  private void read(InputStream in) {
    try {
      while (true) {
        dispatch(Frame.readFrom(in));
      }
    } catch (IOException hungUp) {
      answers.add(GONE);
    } catch (RuntimeException | Error failure) {
      end = "the launcher's output can no longer be read: " + failure;
      answers.add(GONE);
    }
  }

  private void dispatch(Frame frame) {
    switch (frame.verb()) {
      case "open" -> {
        now = Nanos.toInstant(frame.number(2));
        var connection = new RelayConnection(this, frame.number(1), (int) frame.number(3));
        connections.put(frame.number(1), connection);
        handler.opened(connection);
      }
      case "data" -> {
        now = Nanos.toInstant(frame.number(2));
        RelayConnection connection = connections.get(frame.number(1));
        connection.count(frame.payload().length);
        handler.received(connection, frame.payload());
      }
      case "due" -> {
        now = Nanos.toInstant(frame.number(2));
        handler.due(connections.get(frame.number(1)));
      }
      case "close" -> handler.closed(connections.remove(frame.number(1)));
      case "refused" -> strangers.add(frame.number(1));
      case "died" -> death = Exit.unexpected(frame);
      default -> answers.add(frame);
    }
  }
}
