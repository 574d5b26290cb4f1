import io.firedrill.assertions.DrillAssertions.assertThat
import io.firedrill.assertions.DrillAssertions.duration
import io.firedrill.assertions.DrillAssertions.notification
import io.firedrill.drill.Drill
import io.firedrill.junit.FiredrillTest
import io.firedrill.model.Generator
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

@FiredrillTest(
    rules = ["rules/orders.rules.yml"],
    alertmanagerConfig = "rules/alertmanager.yml",
    start = "2026-03-02T08:00:00Z",
)
class OrderAlertsTest {

  @Test
  fun `lost orders reach the shop`(drill: Drill) {
    drill.series("""orders_failed_total{shop="north"}""", Generator.ramp(0.0, 600.0, duration("1h")))

    drill.runFor(duration("1h"))

    assertThat(drill.receiver("shop").by("slack"))
        .contains(notification().at("11m30s").firing().text("north loses orders"))
    assertThat(KotlinVersion.CURRENT.toString()).isEqualTo("1.9.25")
  }
}
