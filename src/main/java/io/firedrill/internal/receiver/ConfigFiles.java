package io.firedrill.internal.receiver;

import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the files that a redirected configuration refers to. */
public final class ConfigFiles {

  private final SortedMap<String, String> files = new TreeMap<>();

  /** Adds a file; returns its path. */
  public String add(String path, String content) {
    files.put(path, content);
    return path;
  }

  /** Adds a file that holds an address or a secret; returns its path. */
  public String addSecret(String content) {
    return add("secrets/" + files.size(), content);
  }

  /** The files by their paths. */
  public SortedMap<String, String> asMap() {
    return files;
  }
}
