package io.firedrill.internal.rig.process;

/** Fills the cache with given versions, for tests that need several. */
final class FetchServers {

  private FetchServers() {}

  public static void main(String[] versions) {
    ServerBinaries binaries = ServerBinaries.ofThisMachine(System.out::println);
    for (String version : versions) {
      System.out.println(version + ": " + binaries.locate(ServerRequest.ofPrometheus(version)));
    }
  }
}
