/**
 * One run of rules and routes on real servers: everything that moves the time, feeds samples, acts
 * and observes. Scenario files, Java drills, replays and route checks use it.
 */
package io.firedrill.internal.run;
