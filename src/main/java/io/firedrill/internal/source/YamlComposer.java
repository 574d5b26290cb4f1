package io.firedrill.internal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds nodes from the parser's events, within limits that legitimate files do not reach. */
final class YamlComposer {

  private static final int DEPTH_LIMIT = 100;
  private static final long NODE_LIMIT = 2_000_000;

  private final SourceText source;
  private final Iterator<Event> events;
  private final Map<Anchor, YamlNode> anchors = new HashMap<>();
  private final Set<Anchor> open = new HashSet<>();

  /** The number of nodes of a subtree after its aliases are resolved. */
  private final Map<YamlNode, Long> sizes = new IdentityHashMap<>();

  private Event current;
  private long unfolded;

  YamlComposer(SourceText source, String text) {
    this.source = source;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("yaml")
            .setCodePointLimit(Integer.MAX_VALUE)
            // A buffer for the whole text: a smaller one is copied whenever a token outgrows it.
            .setBufferSize(text.length() + 2)
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  List<YamlNode> documents() {
    try {
      List<YamlNode> documents = new ArrayList<>();
      while (events.hasNext()) {
        current = events.next();
        if (current.getEventId() == Event.ID.DocumentStart) {
          anchors.clear();
          current = events.next();
          documents.add(node(0));
        }
      }
      return documents;
    } catch (MarkedYamlEngineException e) {
      throw notYaml(e);
    } catch (YamlEngineException e) {
      throw failure(source.position(0), 1, "not valid YAML: " + e.getMessage(), null);
    }
  }

  private YamlNode node(int depth) {
    Position position = source.position(index(current.getStartMark()));
    if (depth > DEPTH_LIMIT) {
      throw failure(position, 1, "nested deeper than " + DEPTH_LIMIT + " levels", null);
    }
    if (current instanceof AliasEvent alias) {
      return resolve(alias, position);
    }
    Optional<Anchor> anchor =
        current instanceof NodeEvent event ? event.getAnchor() : Optional.empty();
    anchor.ifPresent(open::add);
    YamlNode node =
        switch (current.getEventId()) {
          case Scalar -> scalar((ScalarEvent) current);
          case SequenceStart -> sequence(position, depth);
          case MappingStart -> mapping(position, depth);
          default -> throw failure(position, 1, "not valid YAML", null);
        };
    anchor.ifPresent(
        a -> {
          open.remove(a);
          anchors.put(a, node);
        });
    return node;
  }

  private YamlNode resolve(AliasEvent event, Position position) {
    Anchor anchor = event.getAlias();
    int length = anchor.getValue().length() + 1;
    if (open.contains(anchor)) {
      throw failure(position, length, "alias *" + anchor.getValue() + " refers to itself", null);
    }
    YamlNode node = anchors.get(anchor);
    if (node == null) {
      List<String> known = anchors.keySet().stream().map(Anchor::getValue).toList();
      String hint = Suggestions.hint(anchor.getValue(), known).orElse(null);
      throw failure(position, length, "alias *" + anchor.getValue() + " has no anchor", hint);
    }
    unfolded += sizes.getOrDefault(node, 1L);
    if (unfolded > NODE_LIMIT) {
      String message = "the file's aliases unfold into more than " + NODE_LIMIT + " values";
      throw failure(position, length, message, null);
    }
    return node;
  }

  private YamlScalar scalar(ScalarEvent event) {
    YamlScalar.Style style =
        switch (event.getScalarStyle()) {
          case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED -> YamlScalar.Style.DOUBLE_QUOTED;
          case LITERAL -> YamlScalar.Style.LITERAL;
          case FOLDED -> YamlScalar.Style.FOLDED;
          default -> YamlScalar.Style.PLAIN;
        };
    int end = index(event.getEndMark());
    int start = afterProperties(index(event.getStartMark()), end);
    return new YamlScalar(event.getValue(), style, source, start, end);
  }

  /** The start of a scalar's text, after its anchor and its tag. */
  private int afterProperties(int start, int end) {
    int at = start;
    while (at < end && (source.at(at) == '&' || source.at(at) == '!')) {
      at = skip(at, end, c -> !Character.isWhitespace(c));
      at = skip(at, end, Character::isWhitespace);
      while (at < end && source.at(at) == '#') {
        at = skip(at, end, c -> c != '\n' && c != '\r');
        at = skip(at, end, Character::isWhitespace);
      }
    }
    return at;
  }

  private int skip(int start, int end, IntPredicate skipped) {
    int at = start;
    while (at < end && skipped.test(source.at(at))) {
      at++;
    }
    return at;
  }

  private YamlSequence sequence(Position position, int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (current = events.next();
        current.getEventId() != Event.ID.SequenceEnd;
        current = events.next()) {
      items.add(node(depth + 1));
    }
    return counted(new YamlSequence(position, items), items);
  }

  private YamlMapping mapping(Position position, int depth) {
    List<YamlMapping.Entry> entries = new ArrayList<>();
    List<YamlNode> children = new ArrayList<>();
    Map<String, YamlScalar> keys = new HashMap<>();
    for (current = events.next();
        current.getEventId() != Event.ID.MappingEnd;
        current = events.next()) {
      Position keyPosition = source.position(index(current.getStartMark()));
      if (!(node(depth + 1) instanceof YamlScalar key)) {
        throw failure(keyPosition, 1, "a key must be text, not a mapping or a list", null);
      }
      YamlScalar first = keys.putIfAbsent(key.text(), key);
      if (first != null) {
        String where = "already given in line " + first.position().line();
        throw failure(
            keyPosition,
            key.lengthOfFirstLine(),
            "duplicate key \"" + key.text() + "\" in line " + keyPosition.line() + ": " + where,
            null);
      }
      current = events.next();
      YamlNode value = node(depth + 1);
      entries.add(new YamlMapping.Entry(key, value));
      children.add(value);
    }
    YamlMapping merged = new YamlMapping(position, MergeKeys.resolve(entries, this::failure));
    return counted(merged, children);
  }

  private <T extends YamlNode> T counted(T node, List<YamlNode> children) {
    sizes.put(node, 1 + children.stream().mapToLong(c -> sizes.getOrDefault(c, 1L)).sum());
    return node;
  }

  private RuntimeException notYaml(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    int at = mark.map(this::index).orElse(0);
    Position position = source.position(at);
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    String problem = (context + e.getProblem()).replaceAll("\\s+", " ").strip();
    InputException error = failure(position, 1, "not valid YAML: " + problem, null);
    return SeparatingTabs.isAt(source, at) ? new SeparatingTabs.Found(at, error) : error;
  }

  private InputException failure(Position at, int length, String message, String hint) {
    return new InputException(List.of(source.problem(Severity.ERROR, at, length, message, hint)));
  }

  private int index(Optional<Mark> mark) {
    return mark.map(this::index).orElse(0);
  }

  private int index(Mark mark) {
    return source.index(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
