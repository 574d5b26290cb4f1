package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Integration;
import io.firedrill.internal.alertmanager.Routing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An integration, and which of its kind it is within its receiver, from 0. */
record NumberedIntegration(Integration integration, int index) {

  /** All integrations of a receiver. */
  static List<NumberedIntegration> of(Routing routing, String receiver) {
    Map<String, Integer> counts = new HashMap<>();
    List<NumberedIntegration> numbered = new ArrayList<>();
    for (Integration integration : routing.integrations()) {
      if (integration.receiver().equals(receiver)) {
        int index = counts.merge(integration.kind(), 1, Integer::sum) - 1;
        numbered.add(new NumberedIntegration(integration, index));
      }
    }
    return numbered;
  }
}
