/** Chooses the kind of rig, by settings and by what is available. */
package io.firedrill.internal.rig.choice;
