/** Types that all packages share: labels, samples, alerts, notifications and the timeline. */
@NullMarked
package io.firedrill.model;

import org.jspecify.annotations.NullMarked;
