/** Takes what Alertmanager sends, answers as the receiver would, and decodes it. */
package io.firedrill.internal.capture;
