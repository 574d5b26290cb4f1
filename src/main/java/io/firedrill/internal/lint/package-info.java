/**
 * Looks at rule files and Alertmanager configurations without running them, and finds what is legal
 * but hard to live with: one class a check, each with a section in docs/checks.md.
 */
package io.firedrill.internal.lint;
