/** Versions of a user's files: revisions of a git repository, and directories. Imports nothing. */
package io.firedrill.internal.revision;
