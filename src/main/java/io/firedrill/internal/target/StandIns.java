package io.firedrill.internal.target;

import io.firedrill.internal.target.Stay.Discovery;
import io.firedrill.model.TargetFault;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a Prometheus scrapes: a proxy that answers for all targets, and the service
 * discovery of targets that the Prometheus configuration does not name. Thread-safe.
 */
public final class StandIns implements AutoCloseable {

  private static final String DISCOVERY = "/discovery/";

  private final Instant start;
  private final Map<String, StandIn> byAddress = new LinkedHashMap<>();

  /**
   * Creates an instance without targets.
   *
   * @param start the start of the test; earlier scrapes are answered as at the start
   */
  public StandIns(Instant start) {
    this.start = start;
  }

  /** The stand-in for an address; created if necessary. */
  public synchronized StandIn at(String address) {
    return byAddress.computeIfAbsent(ScrapeRequest.normal(address), any -> new StandIn(address));
  }

  /** The stand-in for an address, if there is one. */
  public synchronized Optional<StandIn> find(String address) {
    return Optional.ofNullable(byAddress.get(ScrapeRequest.normal(address)));
  }

  /** All stand-ins, in the order of their declaration. */
  public synchronized List<StandIn> all() {
    return List.copyOf(byAddress.values());
  }

  /**
   * Makes a target fail; empty = it works again.
   *
   * @throws IllegalArgumentException if the address is unknown
   */
  public void fail(String address, Optional<TargetFault> fault) {
    find(address)
        .orElseThrow(() -> new IllegalArgumentException("there is no target \"" + address + "\""))
        .fail(fault);
  }

  /** The path, on the proxy itself, of a job's service discovery. */
  public static String discoveryPath(String job) {
    return DISCOVERY + URLEncoder.encode(job, StandardCharsets.UTF_8);
  }

  /**
   * Answers a scrape or a request of service discovery.
   *
   * @param time the virtual time
   */
  public ScrapeAnswer answer(ScrapeRequest request, Instant time) {
    Instant now = time.isBefore(start) ? start : time;
    if (request.address().isEmpty() && request.path().startsWith(DISCOVERY)) {
      String job = request.path().substring(DISCOVERY.length());
      return discovered(URLDecoder.decode(job, StandardCharsets.UTF_8), now);
    }
    return find(request.address())
        .map(standIn -> standIn.answer(request, now))
        .orElseGet(() -> ScrapeAnswer.unreachable("nothing is at " + request.address()));
  }

  /** The targets of a job, in the format of {@code http_sd_configs}. */
  private ScrapeAnswer discovered(String job, Instant time) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (StandIn standIn : all()) {
      for (Discovery discovery : standIn.discoveries(time)) {
        if (discovery.job().equals(job)) {
          Map<String, Object> group = new LinkedHashMap<>();
          String address = discovery.labels().get("__address__").orElse(standIn.address());
          group.put("targets", List.of(address));
          group.put("labels", discovery.labels().without("__address__").asMap());
          groups.add(group);
        }
      }
    }
    return ScrapeAnswer.of(200, "application/json", JsonMapper.shared().writeValueAsString(groups));
  }

  /** The exporters' output by address, without those that printed nothing. */
  public Map<String, String> outputs() {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (StandIn standIn : all()) {
      StringBuilder output = new StringBuilder();
      standIn.sources().forEach(source -> output.append(source.output()));
      if (!output.isEmpty()) {
        outputs.put(standIn.address(), output.toString());
      }
    }
    return outputs;
  }

  @Override
  public void close() {
    for (StandIn standIn : all()) {
      standIn.sources().forEach(TargetSource::close);
    }
  }
}
