package io.firedrill.result;

/**
 * What a record file holds of a test besides its stable result.
 *
 * @param wallClockMillis how long the test ran, in milliseconds of wall-clock time
 * @param errorText the error with the end of the server's log and where the logs are, or the empty
 *     string
 */
public record Extras(long wallClockMillis, String errorText) {}
