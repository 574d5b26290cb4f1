package io.firedrill.internal.scenario;

import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import io.firedrill.model.TargetFault;
import java.time.Duration;
import java.util.Optional;

/**
 * A target at an address that Prometheus scrapes, for some time. At each time, the last target for
 * an address that covers this time applies. All durations are virtual and relative to the start.
 *
 * @param address host and port, as written
 * @param requests the requests that it answers
 * @param job the job whose service discovery finds it; empty = the Prometheus configuration names
 *     it
 * @param discoveryLabels the labels that service discovery finds with it
 * @param from when it appears; zero = before the start
 * @param to when it disappears; empty = never
 * @param content its content; empty = the content of other items, with this fault
 * @param fault its fault
 */
public record Target(
    YamlScalar address,
    RequestPart requests,
    Optional<YamlScalar> job,
    Labels discoveryLabels,
    Duration from,
    Optional<Duration> to,
    Optional<TargetContent> content,
    Optional<TargetFault> fault) {}
