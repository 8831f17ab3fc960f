package anyware.bench;

import anyware.catalogue.Role;
import anyware.gcp.Plan;
import anyware.gcp.Rule;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.PortRange;
import anyware.net.Traffic;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;

/**
 * The connector's rules of a plan as JSON in the platform's own form
 * (https://cloud.google.com/compute/docs/reference/rest/v1/firewalls), which is what generators for
 * Google Cloud write.
 */
final class Firewalls {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private Firewalls() {}

  static String text(Plan plan) {
    String tag = plan.tags().get(Role.CONNECTOR);
    JsonArray firewalls = new JsonArray();
    plan.rules().stream()
        .filter(rule -> rule.target().tags().contains(tag))
        .forEach(rule -> firewalls.add(firewall(plan.network().identity(), rule)));
    return GSON.toJson(firewalls);
  }

  private static JsonObject firewall(String network, Rule rule) {
    boolean inbound = rule.direction() == Direction.INBOUND;
    JsonObject firewall = new JsonObject();
    firewall.addProperty("name", rule.name());
    firewall.addProperty("description", rule.description());
    firewall.addProperty("network", network);
    firewall.addProperty("direction", inbound ? "INGRESS" : "EGRESS");
    firewall.addProperty("priority", rule.priority());
    JsonArray traffic = new JsonArray();
    rule.traffic().forEach(one -> traffic.add(traffic(one)));
    firewall.add(rule.action() == Rule.Action.ALLOW ? "allowed" : "denied", traffic);
    firewall.add("targetTags", texts(rule.target().tags()));
    if (!rule.remote().tags().isEmpty()) {
      firewall.add("sourceTags", texts(rule.remote().tags()));
    }
    AddressSet addresses = rule.remote().addresses();
    if (!addresses.isEmpty()) {
      firewall.add(
          inbound ? "sourceRanges" : "destinationRanges",
          texts(addresses.prefixes().stream().map(Cidr::toString).toList()));
    }
    return firewall;
  }

  private static JsonObject traffic(Traffic one) {
    JsonObject traffic = new JsonObject();
    traffic.addProperty("IPProtocol", one.protocol().map(Object::toString).orElse("all"));
    if (!one.ports().equals(PortRange.ALL)) {
      JsonArray ports = new JsonArray();
      ports.add(one.ports().toString());
      traffic.add("ports", ports);
    }
    return traffic;
  }

  private static JsonArray texts(Collection<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
