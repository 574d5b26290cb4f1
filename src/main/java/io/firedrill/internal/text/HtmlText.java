package io.firedrill.internal.text;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The text of HTML. */
public final class HtmlText {

  private HtmlText() {}

  /** The text of a page on one line. */
  public static String of(String html) {
    return Jsoup.parse(html).body().text();
  }

  /** The same, with the addresses of its links at the end. */
  public static String withLinks(String html) {
    Document page = Jsoup.parse(html);
    Set<String> links = new LinkedHashSet<>(page.select("a[href]").eachAttr("href"));
    String text = page.body().text();
    return links.isEmpty() ? text : text + " (" + String.join(", ", links) + ")";
  }

  /** Whether two texts differ in blanks and line ends at most. */
  public static boolean isSame(String one, String other) {
    return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
  }
}
