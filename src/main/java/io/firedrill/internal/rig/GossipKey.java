package io.firedrill.internal.rig;

import java.util.Map;

/**
 * What the members of a cluster ask of each other. Every user of the machine can connect to them,
 * and a stranger's silence or notification log would be part of the run. Members have one
 * certificate, which is theirs and their authority's.
 */
final class GossipKey {

  /** The file, below the rig's directory, that tells the members; {@code --cluster.tls-config}. */
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
