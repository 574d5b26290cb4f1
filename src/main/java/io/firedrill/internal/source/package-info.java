/**
 * Where things stand in a user's file, what is wrong with them, and YAML read so that both can be
 * told: positions, problems, and a node tree of our own. Imports nothing of ours; YAML library
 * types stay inside.
 */
package io.firedrill.internal.source;
