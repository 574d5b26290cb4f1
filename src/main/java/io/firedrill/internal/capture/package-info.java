/** Accepts Alertmanager's requests, answers as the receiver would, and decodes them. */
package io.firedrill.internal.capture;
