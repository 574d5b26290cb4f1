/**
 * Looks at rule files and Alertmanager configurations without running them, and finds what is legal
 * but hard to live with: one class a check, each with a section in docs/checks.md. Imports {@code
 * source}, {@code prometheus} and {@code alertmanager}.
 */
package io.firedrill.lint;
