/** Writes files completely or not at all, and temporary files that other users cannot access. */
package io.firedrill.internal.files;
