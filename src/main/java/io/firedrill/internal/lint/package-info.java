/**
 * Checks rule files and Alertmanager configurations without running them, for valid settings that
 * cause trouble. Each check is one class and has a section in docs/checks.md.
 */
package io.firedrill.internal.lint;
