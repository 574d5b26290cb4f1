package io.firedrill.internal.prometheus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.compressors.lz77support.Parameters;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;

/** The snappy block format of remote write requests. */
final class Snappy {

  private static final Parameters FAST =
      SnappyCompressorOutputStream.createParameterBuilder(
              SnappyCompressorInputStream.DEFAULT_BLOCK_SIZE)
          .tunedForSpeed()
          .build();

  private Snappy() {}

  static byte[] compress(byte[] data) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(data.length / 2 + 64);
    try (SnappyCompressorOutputStream out =
        new SnappyCompressorOutputStream(compressed, data.length, FAST)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return compressed.toByteArray();
  }
}
