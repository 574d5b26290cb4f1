package io.firedrill.internal.generation;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;

/** A rule of a trial, with its group. */
record TrialRule(RuleGroup group, Rule rule) {}
