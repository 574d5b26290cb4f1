package io.firedrill.internal.scenario;

import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import io.firedrill.model.TargetFault;
import java.time.Duration;
import java.util.Optional;

/**
 * What stands at an address that Prometheus scrapes, for some time. Of several for one address, the
 * last that covers a time counts then. All durations are virtual and count from the start.
 *
 * @param address host and port, as written
 * @param job the job whose service discovery finds it; empty = the Prometheus configuration names
 *     it
 * @param discoveryLabels the labels that service discovery finds with it
 * @param from when it appears; zero = it was there before
 * @param to when it is gone; empty = it stays
 * @param content what it answers; empty = what it would answer otherwise, but for the fault
 * @param fault what is wrong with it
 */
public record Target(
    YamlScalar address,
    Optional<YamlScalar> job,
    Labels discoveryLabels,
    Duration from,
    Optional<Duration> to,
    Optional<TargetContent> content,
    Optional<TargetFault> fault) {}
