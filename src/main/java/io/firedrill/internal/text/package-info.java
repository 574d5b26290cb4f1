/** Text for terminals, CI logs and Markdown: what is foreign in it stays text. */
package io.firedrill.internal.text;
