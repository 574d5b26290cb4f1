package io.firedrill.internal.rig;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A new key and a self-signed certificate (RFC 5280) that is valid at every virtual time.
 *
 * @param key PEM, PKCS #8
 * @param certificate PEM
 */
record SelfSigned(String key, String certificate) {

  /** The only name that the certificate is for. */
  static final String NAME = "firedrill";

  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int DNS_NAME = 0x82;
  private static final int VERSION = 0xa0;
  private static final int EXTENSIONS = 0xa3;

  private static final byte[] ECDSA_WITH_SHA256 = oid("2a8648ce3d040302");
  private static final byte[] COMMON_NAME = oid("550403");
  private static final byte[] SUBJECT_ALT_NAME = oid("551d11");

  static SelfSigned create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new SelfSigned(
          pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
          pem("CERTIFICATE", certificate(pair)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has ECDSA", e);
    }
  }

  private static byte[] certificate(KeyPair pair) throws GeneralSecurityException {
    byte[] algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
    byte[] name =
        der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, ascii(NAME)))));
    byte[] validity =
        der(
            SEQUENCE,
            der(UTC_TIME, ascii("500101000000Z")), // 1950
            der(GENERALIZED_TIME, ascii("99991231235959Z")));
    byte[] names = der(SEQUENCE, der(DNS_NAME, ascii(NAME)));
    byte[] content =
        der(
            SEQUENCE,
            der(VERSION, der(INTEGER, new byte[] {2})),
            der(INTEGER, new byte[] {1}),
            algorithm,
            name,
            validity,
            name,
            pair.getPublic().getEncoded(),
            der(
                EXTENSIONS,
                der(SEQUENCE, der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, names)))));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(content);
    return der(SEQUENCE, content, algorithm, der(BIT_STRING, new byte[1], signature.sign()));
  }

  /** Encodes a value by the distinguished encoding rules of ASN.1. */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.write(tag);
    if (content.size() >= 0x100) {
      value.write(0x82);
      value.write(content.size() >> 8);
    } else if (content.size() >= 0x80) {
      value.write(0x81);
    }
    value.write(content.size());
    value.writeBytes(content.toByteArray());
    return value.toByteArray();
  }

  private static byte[] oid(String hex) {
    return der(0x06, HexFormat.of().parseHex(hex));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String pem(String what, byte[] bytes) {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(what, text);
  }
}
