/**
 * Positions in users' files, problems with them, and YAML trees whose nodes know their positions.
 * The types of the YAML library are not exposed.
 */
package io.firedrill.internal.source;
