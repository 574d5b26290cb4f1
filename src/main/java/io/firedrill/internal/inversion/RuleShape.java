package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.DurationExpr.QueryTimes;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a rule's expression before values are chosen: its selectors and their series.
 */
final class RuleShape {

  private static final String[] VARIED = {"instance", "pod", "device", "id"};

  private final Expr root;
  private final LabelPass pass;
  private final Map<Site, List<Labels>> series = new LinkedHashMap<>();
  private final Set<String> problems;

  RuleShape(Expr root, Recordings recordings, Set<String> wantedLabels) {
    this.root = root;
    this.pass = new LabelPass(recordings);
    pass.visitRule(root, wantedLabels);
    LabelValues values = new LabelValues(pass);
    values.series().forEach((site, labels) -> series.put(site, new ArrayList<>(List.of(labels))));
    this.problems = values.problems();
  }

  Expr root() {
    return root;
  }

  Set<String> problems() {
    return problems;
  }

  LabelPass pass() {
    return pass;
  }

  /** The site of the expression whose result a selector reads, if a rule records it. */
  Site recorded(Site site) {
    LabelPass.RecordedSite found = pass.recorded().get(site);
    return found == null ? null : new Site(found.scope(), found.recording().expr());
  }

  Leaf leaf(Site site) {
    return pass.leaves().get(site);
  }

  /** The series that are fed for a selector. */
  List<Labels> series(Site site) {
    return series.getOrDefault(site, List.of());
  }

  /** The selectors below a part, also in recording rules. */
  List<Leaf> leavesBelow(Site site) {
    List<Leaf> found = new ArrayList<>();
    for (Expr expr : site.expr().all()) {
      Site here = new Site(site.scope(), expr);
      Site there = recorded(here);
      if (there != null) {
        found.addAll(leavesBelow(there));
      } else if (leaf(here) != null) {
        found.add(leaf(here));
      }
    }
    return found;
  }

  Set<Labels> seriesBelow(Site site) {
    Set<Labels> found = new LinkedHashSet<>();
    leavesBelow(site).forEach(leaf -> found.addAll(series(leaf.site())));
    return found;
  }

  /** Gives each selector below a part so many series, which differ in one label. */
  void replicate(Site site, int copies, Set<String> distinguishing) {
    List<Leaf> leaves = leavesBelow(site);
    Set<String> joined = joined(leaves);
    for (Leaf leaf : leaves) {
      List<Labels> own = series.get(leaf.site());
      if (own.size() >= copies || leaf.isHistogram()) {
        continue;
      }
      Labels base = own.get(0);
      String varied = varied(leaf, distinguishing.isEmpty() ? joined : distinguishing);
      List<Labels> more = new ArrayList<>();
      String stem = base.get(varied).orElse(UsualValues.of(varied, base.metricName()).get(0));
      for (int i = 1; i <= copies; i++) {
        more.add(base.with(varied, numbered(stem, i)));
      }
      series.put(leaf.site(), more);
    }
  }

  /** The labels that several selectors need, on which they are joined. */
  private static Set<String> joined(List<Leaf> leaves) {
    Set<String> common = new LinkedHashSet<>();
    if (leaves.size() > 1) {
      common.addAll(leaves.get(0).needs().labels().keySet());
      leaves.forEach(leaf -> common.retainAll(leaf.needs().labels().keySet()));
      List<String> preferred = List.of("pod", "instance", "container", "device");
      List<String> sorted = new ArrayList<>(common);
      sorted.sort(
          Comparator.comparingInt(
              name -> preferred.contains(name) ? preferred.indexOf(name) : preferred.size()));
      common.clear();
      common.addAll(sorted);
    }
    return common;
  }

  private static String varied(Leaf leaf, Set<String> distinguishing) {
    for (String name : distinguishing) {
      List<LabelMatcher> conditions = leaf.needs().labels().getOrDefault(name, List.of());
      if (conditions.stream().noneMatch(m -> m.operator() == LabelMatcher.Operator.EQUAL)) {
        return name;
      }
    }
    for (String name : VARIED) {
      if (!leaf.needs().has(name)) {
        return name;
      }
    }
    return "replica";
  }

  /** {@code host-1:9100} becomes {@code host-2:9100}. */
  private static String numbered(String stem, int i) {
    int digit = stem.indexOf("-1");
    if (digit >= 0) {
      return stem.substring(0, digit) + "-" + i + stem.substring(digit + 2);
    }
    int zero = stem.indexOf("-0");
    if (zero >= 0) {
      return stem.substring(0, zero) + "-" + (i - 1);
    }
    boolean ends = !stem.isEmpty() && Character.isDigit(stem.charAt(stem.length() - 1));
    return ends
        ? stem.substring(0, stem.length() - 1) + (stem.charAt(stem.length() - 1) - '0' + i - 1)
        : stem + "-" + i;
  }

  /** The longest window of the selectors below a part, in seconds. */
  double window(Site site) {
    double longest = 0;
    for (Expr expr : site.expr().all()) {
      Site there = recorded(new Site(site.scope(), expr));
      double own = there == null ? 0 : window(there);
      longest = Math.max(longest, own + range(expr));
    }
    return longest;
  }

  /** How far a part looks back, with offsets, nested windows one after the other, in seconds. */
  double lookback(Site site) {
    Expr expr = site.expr();
    double below = 0;
    for (Expr child : expr.children()) {
      below = Math.max(below, lookback(new Site(site.scope(), child)));
    }
    Site there = recorded(site);
    if (there != null) {
      below = lookback(there);
    }
    return below + range(expr) + Math.max(0, offset(expr));
  }

  static double range(Expr expr) {
    if (expr instanceof RangeSelector selector) {
      return selector.range().seconds(QueryTimes.INSTANT);
    }
    return expr instanceof Subquery subquery ? subquery.range().seconds(QueryTimes.INSTANT) : 0;
  }

  static double offset(Expr expr) {
    if (expr instanceof Selector selector) {
      return selector.modifiers().offset().map(d -> d.seconds(QueryTimes.INSTANT)).orElse(0.0);
    }
    return expr instanceof Subquery subquery
        ? subquery.modifiers().offset().map(d -> d.seconds(QueryTimes.INSTANT)).orElse(0.0)
        : 0;
  }
}
