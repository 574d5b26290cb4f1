/** Command-line flags of the servers, and the settings file of a project. */
package io.firedrill.internal.settings;
