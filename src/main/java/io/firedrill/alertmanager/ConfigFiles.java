package io.firedrill.alertmanager;

import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the files that a redirected configuration refers to. */
final class ConfigFiles {

  private final SortedMap<String, String> files = new TreeMap<>();

  /** A file; returns its path. */
  String add(String path, String content) {
    files.put(path, content);
    return path;
  }

  /** A file that holds an address or a secret; returns its path. */
  String addSecret(String content) {
    return add("secrets/" + files.size(), content);
  }

  SortedMap<String, String> asMap() {
    return files;
  }
}
