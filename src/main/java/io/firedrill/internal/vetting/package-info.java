/**
 * Lets a server check a user's configuration before Firedrill rewrites it, without loading it.
 * Everything that the server refuses, and nothing else, is reported at the user's file, line and
 * key. The server does not see secrets.
 */
package io.firedrill.internal.vetting;
