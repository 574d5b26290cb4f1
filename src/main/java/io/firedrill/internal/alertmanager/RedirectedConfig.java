package io.firedrill.internal.alertmanager;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A configuration that sends everything to the sink: nothing in it leads outside, and none of the
 * user's secrets is in it.
 *
 * @param text the configuration file
 * @param files what the text refers to: templates, and files with addresses or secrets. By path,
 *     relative to the configuration file's directory, which has to be Alertmanager's own
 */
public record RedirectedConfig(String text, SortedMap<String, String> files) {
  public RedirectedConfig {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
