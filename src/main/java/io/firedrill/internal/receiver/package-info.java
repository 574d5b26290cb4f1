/**
 * The kinds of integration, one class each: how its settings are redirected to a stand-in, the
 * stand-in, and how its requests are decoded.
 */
package io.firedrill.internal.receiver;
