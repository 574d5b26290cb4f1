package io.firedrill.internal.conformance;

/**
 * Whether a server has a thing.
 *
 * @param thing the thing
 * @param status whether it is there
 * @param detail what is wrong; empty if nothing is
 */
public record Finding(ReliedOn thing, Status status, String detail) {

  /** Whether a thing is there. */
  public enum Status {
    /** It is. */
    OK,
    /** It is not, and this version is older than the first that has it. */
    OLDER,
    /** It is not. */
    MISSING
  }
}
