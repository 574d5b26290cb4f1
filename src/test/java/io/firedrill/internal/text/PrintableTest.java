package io.firedrill.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Queue a has 200 jobs",
        "job:errors:rate5m{job=\"api\"}",
        "::",
        "a :: b",
        "# heading",
        "x[0]",
        "größe, 数据, علي, 👩‍🔧, tab\there",
      })
  void leavesTextAsItIs(String text) {
    String shown = text.equals("::") ? ":\\:" : text;
    assertThat(Printable.line(text)).isEqualTo(shown);
    assertThat(Printable.lines(text)).isEqualTo(shown);
  }

  @Test
  void showsInvisibleCharacters() {
    assertThat(Printable.lines("\u001b[2J\u0007\u009b\u007f\r\0"))
        .isEqualTo("\\x1b[2J\\x07\\x9b\\x7f\\r\\x00");
    assertThat(Printable.lines("\u202egnp.exe\u2066\u200b\u2028\ufeff"))
        .isEqualTo("\\u202egnp.exe\\u2066\\u200b\\u2028\\ufeff");
    assertThat(Printable.lines(new String(Character.toChars(0xE0041)))).isEqualTo("\\U000e0041");
    assertThat(Printable.lines("\ud800")).isEqualTo("\\ud800");
  }

  @Test
  void keepsOrEscapesLineEnds() {
    assertThat(Printable.lines("one\ntwo\r\nthree")).isEqualTo("one\ntwo\\r\nthree");
    assertThat(Printable.line("one\ntwo")).isEqualTo("one\\ntwo");
  }

  /** GitHub's runner trims blanks of every kind, and finds the older form anywhere in a line. */
  @Test
  void breaksCommandsOfCiSystems() {
    assertThat(Printable.lines("::add-mask::x\n \t\u00a0\u3000::error::y\n- ::z"))
        .isEqualTo(":\\:add-mask::x\n \t\u00a0\u3000:\\:error::y\n- ::z");
    assertThat(Printable.lines("a ##[add-mask]x ##vso[task.complete] ##teamcity[buildStop] ###[x]"))
        .isEqualTo("a ##\\[add-mask]x ##vso\\[task.complete] ##teamcity\\[buildStop] ###\\[x]");
    assertThat(Printable.lines("section_start:1:a\r\u001b[0Kb"))
        .isEqualTo("section_start:1:a\\r\\x1b[0Kb");
  }

  @Test
  void escapesATextInPieces() {
    Printable printable = new Printable();

    assertThat(printable.next(" :") + printable.next(":x #") + printable.next("#[y]"))
        .isEqualTo(" :\\:x ##\\[y]");
  }

  @Test
  void isIdempotent() {
    String once = Printable.lines(" ::a ##[b \u001b\u202e\n::c");

    assertThat(Printable.lines(once)).isEqualTo(once);
    assertThat(Printable.line(once.replace("\n", ""))).isEqualTo(once.replace("\n", ""));
  }

  @Test
  void keepsTheMeaningOfJson() {
    String text = "##[group]x \u009b \u202e \u007f";
    String json = JsonMapper.shared().writeValueAsString(text);

    String printed = Printable.json(json);

    assertThat(printed).isEqualTo("\"##\\u005bgroup]x \\u009b \\u202e \\u007f\"");
    assertThat(JsonMapper.shared().readValue(printed, String.class)).isEqualTo(text);
  }
}
