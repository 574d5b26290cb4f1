/**
 * Which input series the rules and queries of a test read, and which expressions return nothing
 * because their selectors have no samples.
 */
package io.firedrill.internal.relevance;
