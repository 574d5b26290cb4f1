/**
 * Servers that run as processes of this machine, and where their binaries come from: settings, the
 * search path, or the distribution's packages. Imports {@code model}, {@code clock} and {@code
 * rig}.
 */
package io.firedrill.internal.rig.process;
