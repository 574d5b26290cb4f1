package io.firedrill.internal.receiver;

import java.util.Map;
import java.util.stream.Collectors;

/** The stand-ins of one run, one for each kind of integration. */
public final class Services {

  private final Map<String, Service> byKind =
      ReceiverKinds.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(ReceiverKind::word, ReceiverKind::service));

  /**
   * Reads a request.
   *
   * @throws UndecodableException if its kind of integration does not send such requests
   */
  public Reading read(CapturedRequest request) {
    Service service = byKind.get(request.endpoint().integration());
    if (service == null) {
      throw new UndecodableException("no such kind of integration", null);
    }
    return service.read(request);
  }
}
