package io.firedrill.internal.timeline;

import io.firedrill.model.Notification;

/** The request of a captured notification. */
public record RawRequest(String path, String contentType, String body)
    implements Notification.Request {}
