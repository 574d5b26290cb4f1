/** The command line. The only package that writes to standard output; it chooses the rig. */
package io.firedrill.internal.cli;
