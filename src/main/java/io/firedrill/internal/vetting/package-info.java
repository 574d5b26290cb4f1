/**
 * Lets a server judge a user's configuration before it is rewritten, without loading it: what the
 * server refuses is refused at the user's file, line and key, and nothing else is. Secrets do not
 * get to the server.
 */
package io.firedrill.internal.vetting;
