package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of a file, with the items of lists ({@code kind: List}, {@code PrometheusRuleList})
 * one by one.
 *
 * @param plain documents that are no manifests and not empty, each with its index in the file
 * @param manifests the manifests, in order
 */
public record Documents(List<Plain> plain, List<Manifest> manifests) {

  private static final String LIST = "List";

  /** A document that is no manifest. */
  public record Plain(YamlNode node, int index) {}

  public Documents {
    plain = List.copyOf(plain);
    manifests = List.copyOf(manifests);
  }

  /** Reads a file; reports lists that are none, and items without a kind. */
  public static Documents of(YamlSource source, Problems problems) {
    List<Plain> plain = new ArrayList<>();
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < source.documents().size(); i++) {
      YamlNode document = source.documents().get(i);
      Optional<Manifest> manifest = Manifest.of(document);
      if (manifest.isPresent()) {
        add(manifest.get(), manifests, problems);
      } else if (!document.isNull()) {
        plain.add(new Plain(document, i));
      }
    }
    return new Documents(plain, manifests);
  }

  private static void add(Manifest manifest, List<Manifest> all, Problems problems) {
    String kind = manifest.kind();
    if (!kind.endsWith(LIST) || manifest.node().get("spec").isPresent()) {
      all.add(manifest);
      return;
    }
    YamlNode items = manifest.node().get("items").orElse(YamlScalar.plain("null"));
    if (!(items instanceof YamlSequence list)) {
      if (!items.isNull()) {
        problems.error(items, "expected a list for \"items\", found " + items.kind());
      }
      return;
    }
    for (YamlNode item : list.items()) {
      Optional<Manifest> own = Manifest.of(item);
      if (own.isPresent()) {
        add(own.get(), all, problems);
      } else if (!kind.equals(LIST) && item instanceof YamlMapping mapping) {
        // A typed list of Kubernetes' API does not repeat the kind.
        String one = kind.substring(0, kind.length() - LIST.length());
        all.add(new Manifest(mapping, manifest.kindNode(), one));
      } else {
        problems.error(item, "\"kind\" is missing in an item");
      }
    }
  }

  /** The manifests of a kind. */
  public List<Manifest> of(String kind) {
    return manifests.stream().filter(m -> m.kind().equals(kind)).toList();
  }
}
