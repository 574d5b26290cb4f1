package io.firedrill.internal.alertmanager;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A configuration that sends everything to the sink: it contains neither external addresses nor the
 * user's secrets.
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
