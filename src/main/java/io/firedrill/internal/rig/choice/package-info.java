/**
 * Which kind of rig is used: what settings say, and what there is. Imports {@code model}, {@code
 * clock}, {@code rig} and the packages below it; only the front doors import it.
 */
package io.firedrill.internal.rig.choice;
