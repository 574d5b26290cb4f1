/** Versions of a user's files: revisions of a git repository, and directories. */
package io.firedrill.internal.revision;
