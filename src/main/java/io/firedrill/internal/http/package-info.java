/** Requests to the HTTP APIs of servers. Imports nothing of Firedrill's. */
package io.firedrill.internal.http;
