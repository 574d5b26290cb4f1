/**
 * The JUnit API: an annotation and an extension that provide each test with a {@link
 * io.firedrill.drill.Drill}, and scenario files as dynamic tests. Works with JUnit 5.12 and newer.
 */
@NullMarked
package io.firedrill.junit;

import org.jspecify.annotations.NullMarked;
