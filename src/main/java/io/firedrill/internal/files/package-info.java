/**
 * Files that are written: whole or not at all, and where no other user of the machine interferes.
 */
package io.firedrill.internal.files;
