/**
 * The front door for JUnit: an annotation and an extension that give each test a {@link
 * io.firedrill.drill.Drill}, and scenario files as dynamic tests. Works with JUnit 5.13 and newer;
 * uses nothing that 5.13 does not have. May import everything; nothing imports it.
 */
package io.firedrill.junit;
