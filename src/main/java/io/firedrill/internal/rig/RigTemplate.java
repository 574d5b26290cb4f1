package io.firedrill.internal.rig;

import io.firedrill.internal.rig.Place.Endpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Frozen servers, from which rigs are forked.
 *
 * @param name the launcher's name for it
 * @param endpoints the addresses of all servers, in their order
 * @param gossip the gossip addresses of the cluster's members
 */
record RigTemplate(String name, Map<Server, Endpoint> endpoints, Map<Server, String> gossip) {

  RigTemplate {
    endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    gossip = Collections.unmodifiableMap(new LinkedHashMap<>(gossip));
  }
}
