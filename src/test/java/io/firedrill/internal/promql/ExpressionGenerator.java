package io.firedrill.internal.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates random expressions: most are valid, many have one error. */
final class ExpressionGenerator {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|#[^\\n]*\\n|[\\w:.]+"
              + "|[=!<>]=|=~|!~|</|>/|\\S");

  private static final List<String> METRICS =
      List.of(
          "up",
          "http_requests_total",
          "job:errors:rate5m",
          "a",
          ":",
          "sum",
          "Offset",
          "by",
          "AND",
          "without",
          "start",
          "END",
          "quantile",
          "_x1",
          "infinity",
          "nano");
  private static final List<String> NEW_METRICS =
      List.of("fill", "fill_left", "step", "range", "anchored", "smoothed", "max_of", "limitk");
  private static final List<String> LABELS =
      List.of("job", "le", "instance", "on", "bool", "sum", "group_left", "offset", "ATAN2", "a1");
  private static final List<String> STRINGS =
      List.of(
          "\"\"",
          "\"a\"",
          "'b c'",
          "`c\\d`",
          "\"\\n\\t\\\\\\\"\"",
          "'\\''",
          "\"\\x41\\101\"",
          "\"\\u00e9\\U0001F600\"",
          "\"é \uD83D\uDE00\"",
          "`#{}`",
          "\"a.*\"",
          "\"(b|c)?\"",
          "\".+\"");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "0.5",
          ".5",
          "5.",
          "1e3",
          "1E-2",
          "2.5e+1",
          "0x1F",
          "0X_aF",
          "017",
          "019",
          "1_000",
          "1_0.5_0",
          "Inf",
          "nan",
          "NaN",
          "inF",
          "9223372036854775808",
          "0.1",
          "100");
  private static final List<String> DURATIONS =
      List.of("5m", "1h30m", "90s", "1d", "2w", "1y", "100ms", "1h2ms", "7s");
  private static final List<String> VOCABULARY =
      List.of(
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "+",
          "-",
          "*",
          "/",
          "%",
          "^",
          "==",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "=",
          "=~",
          "!~",
          "@",
          "and",
          "or",
          "unless",
          "by",
          "without",
          "on",
          "ignoring",
          "group_left",
          "group_right",
          "bool",
          "offset",
          "sum",
          "topk",
          "count_values",
          "rate",
          "time",
          "up",
          "a:b",
          "job",
          "1",
          "5m",
          "0.5",
          "\"s\"",
          "'t'",
          "start",
          "end",
          "atan2",
          "inf",
          "#c\n",
          "!",
          "~",
          "$",
          ".",
          "1.",
          "1e",
          "5mm",
          "0x",
          "\"",
          "`",
          "1h1d");
  private static final List<String> NEW_VOCABULARY =
      List.of("fill", "fill_left", "fill_right", "anchored", "smoothed", "step", "range", "min_of");

  private final Random random;
  private final Grammar grammar;

  ExpressionGenerator(Grammar grammar, long seed) {
    this.grammar = grammar;
    this.random = new Random(seed);
  }

  /** The next expression. */
  String next() {
    ValueType[] types = ValueType.values();
    ValueType type = chance(70) ? ValueType.INSTANT_VECTOR : types[random.nextInt(types.length)];
    String expression = of(type, 1 + random.nextInt(4));
    return chance(60) ? expression : spoilt(expression);
  }

  /** The expression with one or two tokens removed, inserted, doubled or swapped. */
  private String spoilt(String expression) {
    List<String> tokens =
        new ArrayList<>(TOKEN.matcher(expression).results().map(m -> m.group()).toList());
    for (int i = 0; i <= random.nextInt(2); i++) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(at));
        case 2 -> tokens.add(at, word());
        case 3 -> tokens.set(at, word());
        default -> tokens.add(tokens.remove(at));
      }
      if (tokens.isEmpty()) {
        return "";
      }
    }
    return String.join(" ", tokens);
  }

  private String word() {
    return grammar == Grammar.NEWEST && chance(25) ? pick(NEW_VOCABULARY) : pick(VOCABULARY);
  }

  private String of(ValueType type, int depth) {
    if (chance(2)) {
      return of(ValueType.values()[random.nextInt(4)], depth - 1);
    }
    return switch (type) {
      case SCALAR -> scalar(depth);
      case INSTANT_VECTOR -> vector(depth);
      case RANGE_VECTOR -> range(depth);
      case STRING -> pick(STRINGS);
    };
  }

  private String scalar(int depth) {
    if (depth <= 0) {
      boolean duration = grammar != Grammar.V2 && chance(20);
      return (chance(20) ? pick(List.of("-", "+", "- -")) : "")
          + pick(duration ? DURATIONS : numbers());
    }
    return switch (random.nextInt(4)) {
      case 0 -> of(ValueType.SCALAR, 0);
      case 1 -> "(" + of(ValueType.SCALAR, depth - 1) + ")";
      case 2 -> binary(ValueType.SCALAR, ValueType.SCALAR, depth - 1);
      default -> call(ValueType.SCALAR, depth - 1);
    };
  }

  private List<String> numbers() {
    return grammar == Grammar.V2
        ? NUMBERS.stream().filter(n -> !n.contains("_")).toList()
        : NUMBERS;
  }

  private String vector(int depth) {
    if (depth <= 0) {
      return selector() + modifiers();
    }
    return switch (random.nextInt(9)) {
      case 0 -> selector() + modifiers();
      case 1 -> "(" + of(ValueType.INSTANT_VECTOR, depth - 1) + ")";
      case 2 -> pick(List.of("-", "+", "- ")) + of(ValueType.INSTANT_VECTOR, depth - 1);
      case 3 -> binary(ValueType.INSTANT_VECTOR, ValueType.SCALAR, depth - 1);
      case 4 -> binary(ValueType.SCALAR, ValueType.INSTANT_VECTOR, depth - 1);
      case 5 -> aggregation(depth - 1);
      case 6 -> binary(ValueType.INSTANT_VECTOR, ValueType.INSTANT_VECTOR, depth - 1);
      default -> call(ValueType.INSTANT_VECTOR, depth - 1);
    };
  }

  private String range(int depth) {
    if (depth <= 0 || chance(60)) {
      boolean after = grammar != Grammar.NEWEST || chance(80);
      String edges = after ? "" : pick(List.of(" anchored", " smoothed"));
      return selector() + edges + "[" + duration() + "]" + modifiers();
    }
    String inner = of(ValueType.INSTANT_VECTOR, depth - 1);
    return "%s[%s:%s]%s"
        .formatted(
            chance(50) ? inner : "(" + inner + ")",
            duration(),
            chance(50) ? "" : duration(),
            modifiers().replace("anchored", "").replace("smoothed", ""));
  }

  private String selector() {
    boolean newer = grammar == Grammar.NEWEST && chance(10);
    String name = chance(90) ? pick(newer ? NEW_METRICS : METRICS) : "";
    return name.isEmpty() || chance(40) ? name + matchers() : name;
  }

  private String matchers() {
    String matchers =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(any -> matcher())
            .collect(Collectors.joining(pick(List.of(",", " , ")), "{", ""));
    return matchers + (matchers.length() > 1 && chance(10) ? "," : "") + "}";
  }

  private String matcher() {
    boolean quotes = grammar != Grammar.V2;
    if (quotes && chance(8)) {
      return pick(STRINGS);
    }
    String name = quotes && chance(10) ? pick(STRINGS) : pick(LABELS);
    String operator = pick(List.of("=", "!=", "=~", "!~"));
    String broken = chance(3) ? "\"(\"" : pick(STRINGS);
    return name + operator + broken;
  }

  private String modifiers() {
    StringBuilder text = new StringBuilder();
    while (chance(25)) {
      text.append(
          switch (random.nextInt(grammar == Grammar.NEWEST ? 4 : 3)) {
            case 0 -> " offset " + offset();
            case 1 ->
                " @ " + pick(List.of("start()", "end()", "-1.5", "+ 7", "1609746000", "0.0005"));
            case 2 -> pick(List.of(" ", " # comment\n", "\t"));
            default -> pick(List.of(" anchored", " smoothed"));
          });
    }
    return text.toString();
  }

  private String duration() {
    return grammar == Grammar.V2 || chance(70) ? pick(DURATIONS) : computed(2);
  }

  private String offset() {
    if (grammar == Grammar.V2 || chance(60)) {
      return pick(List.of("", "-", "- ")) + pick(DURATIONS);
    }
    String sign = pick(List.of("", "-", "+"));
    return grammar == Grammar.V3
        ? pick(List.of("5m", "-5m", "+300", "(5m)"))
        : sign + (chance(50) ? "(" + computed(2) + ")" : computed(1));
  }

  private String computed(int depth) {
    if (depth == 0) {
      return pick(List.of("5m", "300", "1h", "0.5", "2"));
    }
    return switch (random.nextInt(grammar == Grammar.NEWEST ? 6 : 4)) {
      case 0 -> computed(0);
      case 1 -> "(" + computed(depth - 1) + ")";
      case 2 -> pick(List.of("-", "+")) + computed(depth - 1);
      case 3 ->
          computed(depth - 1)
              + pick(List.of("+", " - ", "*", "/", " % ", "^"))
              + computed(depth - 1);
      case 4 -> "1*" + pick(List.of("step()", "range()", "STEP( )"));
      default ->
          "0 + %s(%s,%s)"
              .formatted(
                  pick(List.of("min_of", "max_of")), computed(depth - 1), computed(depth - 1));
    };
  }

  private String binary(ValueType left, ValueType right, int depth) {
    boolean join = left == ValueType.INSTANT_VECTOR && right == ValueType.INSTANT_VECTOR;
    List<BinaryOperator> operators =
        grammar.operators().stream()
            .filter(o -> join || o.kind() != BinaryOperator.Kind.SET || chance(2))
            .toList();
    BinaryOperator operator = pick(operators);
    boolean scalars = left == ValueType.SCALAR && right == ValueType.SCALAR;
    boolean comparison = operator.kind() == BinaryOperator.Kind.COMPARISON;
    String bool = comparison && (scalars || chance(20)) ? " bool" : "";
    return "%s %s%s%s %s"
        .formatted(
            of(left, depth), operator, bool, join ? matching(operator) : "", of(right, depth));
  }

  private String matching(BinaryOperator operator) {
    StringBuilder text = new StringBuilder();
    boolean set = operator.kind() == BinaryOperator.Kind.SET;
    if (chance(40)) {
      text.append(pick(List.of(" on", " ignoring"))).append(labels());
      if (chance(set ? 3 : 40)) {
        text.append(pick(List.of(" group_left", " GROUP_RIGHT"))).append(labels());
      }
    }
    if (grammar == Grammar.NEWEST && chance(set ? 3 : 30)) {
      text.append(
          pick(
              List.of(
                  " fill(0)",
                  " fill (-1.5)",
                  " fill_left(1)",
                  " fill_right(+5m)",
                  " fill_left(1) fill_right(2)",
                  " fill_right(1) fill_left(-0x1F)")));
    }
    return text.toString();
  }

  private String labels() {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(
            any ->
                grammar != Grammar.V2 && chance(10) ? pick(List.of("'a.b'", "a:b")) : pick(LABELS))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String aggregation(int depth) {
    Aggregator aggregator = pick(grammar.aggregators());
    String parameter = aggregator.parameter().map(type -> of(type, depth) + ", ").orElse("");
    String arguments = "(" + parameter + of(ValueType.INSTANT_VECTOR, depth) + ")";
    String clause = pick(List.of("by", "without", "BY")) + labels();
    String name = chance(10) ? aggregator.name() : aggregator.toString();
    return switch (random.nextInt(3)) {
      case 0 -> name + arguments;
      case 1 -> name + " " + clause + arguments;
      default -> name + arguments + clause;
    };
  }

  private String call(ValueType type, int depth) {
    Function function =
        pick(grammar.functions().stream().filter(f -> f.returns() == type).toList());
    int fewest = function.fewestArguments();
    int count =
        chance(3) ? random.nextInt(4) : fewest + (function.variadic() == 0 ? 0 : random.nextInt(2));
    return IntStream.range(0, count)
        .mapToObj(i -> function.parameters().isEmpty() ? scalar(0) : argument(function, i, depth))
        .collect(Collectors.joining(", ", function.name() + "(", ")"));
  }

  private String argument(Function function, int index, int depth) {
    return function.name().equals("info") && index == 1 && chance(80)
        ? matchers()
        : of(function.parameter(index), depth);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
