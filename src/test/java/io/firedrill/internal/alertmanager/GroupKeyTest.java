package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As Alertmanager's log has them. */
class GroupKeyTest {

  @TempDir private Path directory;

  @Test
  void namesRoutesByTheirMatchersInAlertmanagersOrder() throws IOException {
    Route root =
        Routing.read(
                Files.writeString(
                    directory.resolve("routes.yml"),
                    """
                    route:
                      receiver: a
                      group_by: [path, alertname]
                      routes:
                      - matchers: [team=~"b|c", alertname!="x"]
                        match: {team: "q\\"uote"}
                    receivers: [{name: a}]
                    """),
                "0.33.1")
            .root();
    Labels alert = Labels.of("alertname", "y", "path", "C:\\", "team", "b");

    assertThat(GroupKey.of(root.taken(alert).get(0), alert.filter(l -> !l.equals("team"))))
        .isEqualTo("{}:{alertname=\"y\", path=\"C:\\\\\"}");
    Route child = root.children().get(0);
    assertThat(GroupKey.of(new Route.Path(List.of(root, child)), Labels.empty()))
        .isEqualTo("{}/{alertname!=\"x\",team=~\"b|c\",team=\"q\\\"uote\"}:{}");
  }
}
