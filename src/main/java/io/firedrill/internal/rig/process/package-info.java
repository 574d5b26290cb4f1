/**
 * Runs servers as processes of this machine, and finds their executables: by settings, on the
 * search path, or in the distribution's packages.
 */
package io.firedrill.internal.rig.process;
