package io.firedrill.internal.timeline;

import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.Map;

/** An alert of a captured notification. */
public record CapturedAlert(
    String status, Labels labels, Map<String, String> annotations, Instant startsAt, Instant endsAt)
    implements Notification.NotifiedAlert {}
