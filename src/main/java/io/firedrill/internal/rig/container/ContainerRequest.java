package io.firedrill.internal.rig.container;

import io.firedrill.internal.rig.ServerVersions;
import java.util.regex.Pattern;
import org.testcontainers.utility.DockerImageName;

/**
 * The requested servers. Each is a version such as {@code 2.53.3}, which means the official image,
 * the name of an image, or the empty string for the default.
 *
 * @param prometheus the requested Prometheus
 * @param alertmanager the requested Alertmanager
 */
public record ContainerRequest(String prometheus, String alertmanager) {

  /** The default Prometheus. */
  public static final String DEFAULT_PROMETHEUS =
      "prom/prometheus:v" + ServerVersions.DEFAULT_PROMETHEUS;

  /** The default Alertmanager. */
  public static final String DEFAULT_ALERTMANAGER =
      "prom/alertmanager:v" + ServerVersions.DEFAULT_ALERTMANAGER;

  private static final Pattern VERSION = Pattern.compile("v?(\\d+(?:\\.\\d+)*)");

  /** The default servers. */
  public static ContainerRequest any() {
    return new ContainerRequest("", "");
  }

  DockerImageName prometheusImage() {
    return image(prometheus, DEFAULT_PROMETHEUS);
  }

  DockerImageName alertmanagerImage() {
    return image(alertmanager, DEFAULT_ALERTMANAGER);
  }

  private static DockerImageName image(String wanted, String usual) {
    if (wanted.isEmpty()) {
      return DockerImageName.parse(usual);
    }
    var version = VERSION.matcher(wanted);
    return version.matches()
        ? DockerImageName.parse(usual).withTag("v" + version.group(1))
        : DockerImageName.parse(wanted);
  }
}
