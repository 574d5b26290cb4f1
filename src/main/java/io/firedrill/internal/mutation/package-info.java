/**
 * Which mistakes no test would notice: small changes of rules and routes, each judged by the tests.
 */
package io.firedrill.internal.mutation;
