/** Requests to the HTTP APIs of servers. */
package io.firedrill.internal.http;
