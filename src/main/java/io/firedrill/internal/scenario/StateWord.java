package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.AlertState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The expected state of an alert, as it is written.
 *
 * @param state the state
 * @param manner at which evaluations
 */
record StateWord(AlertState state, StateManner manner) {

  private static final Map<String, StateWord> WORDS = words();

  private static Map<String, StateWord> words() {
    Map<String, StateWord> words = new LinkedHashMap<>();
    for (AlertState state : AlertState.values()) {
      for (StateManner manner : StateManner.values()) {
        words.put(manner.of(state), new StateWord(state, manner));
      }
      words.put("never " + state, new StateWord(state, StateManner.NEVER));
    }
    return words;
  }

  static Optional<StateWord> read(YamlScalar scalar, Problems problems) {
    StateWord word = WORDS.get(scalar.text().strip().replaceAll("\\s+", " "));
    if (word == null) {
      problems.error(
          scalar,
          "expected inactive, pending or firing, or words such as \"never firing\" or"
              + " \"firing at least once\", found \""
              + scalar.text()
              + "\"",
          Suggestions.hint(scalar.text(), new ArrayList<>(WORDS.keySet())));
    }
    return Optional.ofNullable(word);
  }
}
