/**
 * The API of drills that Java code runs step by step: interfaces, which {@code internal.live}
 * implements.
 */
@NullMarked
package io.firedrill.drill;

import org.jspecify.annotations.NullMarked;
