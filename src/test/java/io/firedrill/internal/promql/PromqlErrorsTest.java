package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors have a place and say what was expected. */
class PromqlErrorsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ^^                         | ^^     | expected an expression, found the end of the expression
          sum(                       | ^^     | expected an expression, found the end of the expression
          a b                        | b      | expected an operator or the end of the expression, found "b"
          a > > 1                    | >      | expected an expression, found ">"
          (a                         | ^^     | expected ")" or an operator, found the end of the expression
          sum(a,)                    | )      | expected an expression, found ")"
          bool                       | bool   | expected an expression, found "bool"
          a / on job b               | job    | expected "(" after "on", found "job"
          sum by (without) (a)       | without | expected the name of a label, found "without"
          sum by (job a) (b)         | a      | expected "," or ")" in a list of labels, found "a"
          a{job}                     | }      | expected =, !=, =~ or !~ after the name of a label, found "}"
          a{job=b}                   | b      | expected a quoted value, found "b"
          a{,}                       | ,      | expected the name of a label or "}", found ","
          a{job="b" le="1"}          | le     | expected "," or "}" in a selector, found "le"
          a{job=~"("}                | "("    | not a regular expression of Go: missing closing )
          a{job=~"(?!b)"}            | "(?!b)" | not a regular expression of Go: invalid or unsupported Perl syntax
          a{__name__="b"}            | a{__name__="b"} | the metric name is given twice
          {job=~".*"}                | {job=~".*"} | the selector selects everything: expected a name, or a matcher that does not match the empty value
          a{b="c                     | "c     | the string that begins here has no closing "
          a{b="\\y"}                 | \\y    | unknown escape sequence \\y
          a[5]]                      | ]      | expected an operator or the end of the expression, found "]"
          a[0s]                      | 0s     | the duration must be greater than 0
          a[5m:5m:]                  | :      | expected "]" at the end of a subquery, found ":"
          a[five]                    | five   | expected a duration, found "five"
          a[5m / 0]                  | 0      | division by zero
          a[300y]                    | 300y   | "300y" is not a number or a duration, or is too large
          sum(a)[5m]                 | [5m]   | only a selector has a range; write [5m:] for a subquery
          a offset 5m[5m]            | [5m]   | expected the range before the offset
          a @ 5[5m]                  | [5m]   | expected the range before @
          a offset 5m offset 5m      | offset | an offset is given twice
          a offset                   | ^^     | expected a duration such as 5m, found the end of the expression
          sum(a) offset 5m           | offset | "offset" must follow a selector or a subquery
          a @ b                      | b      | expected a timestamp, start() or end(), found "b"
          a @ 5 @ 6                  | @      | @ is given twice
          a anchored smoothed        | smoothed | a selector cannot be both anchored and smoothed
          1 smoothed                 | smoothed | only a selector can be smoothed
          rte(a[5m])                 | rte    | there is no function "rte"; did you mean "rate"?
          wibble(a)                  | wibble | there is no function "wibble"
          rate(a)                    | a      | expected a range vector in "rate", found an instant vector
          abs(a[5m])                 | a[5m]  | expected an instant vector in "abs", found a range vector
          time(1)                    | time(1) | "time" needs 0 arguments, found 1
          abs()                      | abs()  | "abs" needs 1 argument, found 0
          round()                    | round() | "round" needs 1 to 2 arguments, found 0
          label_join(a, "b")         | label_join(a, "b") | "label_join" needs at least 3 arguments, found 2
          info(a, b)                 | b      | expected a selector without a name in "info"
          topk(a)                    | topk(a) | "topk" needs 2 arguments, found 1
          topk(a, a)                 | a      | expected a scalar in "topk", found an instant vector
          sum(1)                     | 1      | expected an instant vector in "sum", found a scalar
          -"a"                       | "a"    | expected a scalar or an instant vector after a sign, found a string
          1 > 2                      | 1 > 2  | expected "bool" after ">" between scalars
          a + bool b                 | a + bool b | "bool" belongs to a comparison, not to "+"
          a and 1                    | a and 1 | "and" needs an instant vector on both sides
          a + a[5m]                  | a[5m]  | expected a scalar or an instant vector after "+", found a range vector
          1 + on (b) a               | 1 + on (b) a | labels are matched and filled in only between two instant vectors
          a and on (b) group_left c  | a and on (b) group_left c | "and" cannot be followed by group_left or group_right
          a or fill(1) c             | a or fill(1) c | "or" cannot be followed by a fill
          a + on (b) group_left(b) c | a + on (b) group_left(b) c | label "b" cannot be in "on" and in the group
          a + fill("1") b            | "1"    | expected a number in "fill", found the string "1"
          1[5m:]                     | 1      | expected an instant vector in a subquery, found a scalar
          a ~ b                      | ~      | unexpected character "~"
          a{b~"c"}                   | ~      | unexpected character "~" inside braces
          5mm                        | 5mm    | "5mm" is not a number or a duration, or is too large
          1e999                      | 1e999  | "1e999" is not a number or a duration, or is too large
          """)
  void saysWhatWasExpected(String expression, String blamed, String message) {
    assertThatExceptionOfType(PromqlException.class)
        .isThrownBy(() -> Promql.parse(expression))
        .withMessage(message)
        .matches(e -> e.span().of(expression).equals(blamed), "blames " + blamed);
  }
}
