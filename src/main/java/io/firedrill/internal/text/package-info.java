/** Escapes text for terminals, CI logs and Markdown. */
package io.firedrill.internal.text;
