package io.firedrill.internal.rig;

import java.util.Map;

/**
 * The key with which members of a cluster authenticate each other. Without it, every user of the
 * machine could add silences or notification log entries to the run. All members share one
 * self-signed certificate.
 */
final class GossipKey {

  /** The file for {@code --cluster.tls-config}, below the rig's directory. */
  static final String FILE = "gossip.yml";

  private static final String KEY_FILE = "gossip.key";
  private static final String CERTIFICATE_FILE = "gossip.crt";

  /** Alertmanager's documentation, "HTTPS and authentication", "Gossip Traffic". */
  private static final String CONFIGURATION =
      """
      tls_server_config:
        cert_file: gossip.crt
        key_file: gossip.key
        client_ca_file: gossip.crt
        client_auth_type: RequireAndVerifyClientCert
      tls_client_config:
        cert_file: gossip.crt
        key_file: gossip.key
        ca_file: gossip.crt
        server_name: firedrill
      """;

  private static final SelfSigned OF_THIS_JVM = SelfSigned.create();

  private GossipKey() {}

  /** The files, below the rig's directory. */
  static Map<String, String> files() {
    return Map.of(
        FILE, CONFIGURATION,
        KEY_FILE, OF_THIS_JVM.key(),
        CERTIFICATE_FILE, OF_THIS_JVM.certificate());
  }
}
