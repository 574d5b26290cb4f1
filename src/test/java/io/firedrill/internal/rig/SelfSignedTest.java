package io.firedrill.internal.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfSignedTest {

  private final SelfSigned made = SelfSigned.create();

  private X509Certificate certificate() throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(made.certificate().getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void isSignedByItsOwnKeyForItsName() throws Exception {
    X509Certificate certificate = certificate();

    assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=firedrill");
    assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(2, "firedrill"));
  }

  @Test
  void isValidAtEveryVirtualTime() throws Exception {
    for (String time :
        List.of("1970-01-01T00:00:00Z", "2026-03-02T08:00:00Z", "2262-04-11T00:00:00Z")) {
      Date date = Date.from(Instant.parse(time));
      assertThatCode(() -> certificate().checkValidity(date)).doesNotThrowAnyException();
    }
  }

  @Test
  void belongsToTheKey() throws Exception {
    byte[] encoded = Base64.getMimeDecoder().decode(made.key().replaceAll("-----.*-----", ""));
    PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(new byte[3]);
    byte[] signed = signature.sign();

    signature.initVerify(certificate());
    signature.update(new byte[3]);
    assertThat(signature.verify(signed)).isTrue();
    assertThat(SelfSigned.create().key()).isNotEqualTo(made.key());
  }
}
