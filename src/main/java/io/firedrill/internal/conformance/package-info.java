/** What Firedrill relies on in the servers, and whether given servers have it. */
package io.firedrill.internal.conformance;
