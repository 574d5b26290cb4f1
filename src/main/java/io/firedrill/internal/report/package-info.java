/** Reports in HTML, Markdown, JUnit XML and annotations, made from a {@code result}. */
package io.firedrill.internal.report;
