/**
 * Servers that run as processes of this machine, and where their binaries come from: settings, the
 * search path, or the distribution's packages.
 */
package io.firedrill.internal.rig.process;
