package io.firedrill.internal.manifest;

import io.firedrill.internal.source.YamlScalar;

/**
 * The name of an AlertmanagerConfig, which the names of its receivers and time intervals begin
 * with.
 */
record QualifiedName(String namespace, String name) implements Comparable<QualifiedName> {

  /** The name of a part of it, as in the merged configuration; an empty name stays empty. */
  YamlScalar of(YamlScalar part) {
    return part.text().isEmpty() || part.isNull()
        ? part
        : part.asText(namespace + "/" + name + "/" + part.text());
  }

  @Override
  public int compareTo(QualifiedName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
