/**
 * Takes what Alertmanager sends, answers as the receiver would, and decodes it. Imports {@code
 * model}.
 */
package io.firedrill.internal.capture;
