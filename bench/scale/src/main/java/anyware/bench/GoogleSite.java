package anyware.bench;

import anyware.catalogue.Role;
import anyware.gcp.Plan;
import anyware.gcp.Planner;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.plan.Place;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.settings.EngineConfig;
import anyware.settings.Settings;
import anyware.settings.Site;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One site on Google Cloud, from its settings to its firewall rules. */
final class GoogleSite {
  private final Settings settings;
  private final Policy policy;

  private GoogleSite(Settings settings) {
    this.settings = settings;
    this.policy = Policy.of(settings.sites().get(0));
  }

  static GoogleSite read(Map<String, String> environment) {
    return new GoogleSite(Steps.read(environment));
  }

  /**
   * The environment in which the engine would start the program.
   *
   * @param clients how many prefixes the clients have, 1 to 32768; no two are neighbours
   */
  static Map<String, String> environment(int clients) {
    JsonArray prefixes = new JsonArray();
    IntStream.range(0, clients)
        .forEach(i -> prefixes.add("100.%d.%d.0/25".formatted(64 + (i >> 8), i & 255)));
    JsonObject config = new JsonObject();
    config.addProperty(
        "anyware-network:peers",
        """
        {"clients": %s, "administrators": ["203.0.113.0/28"],
         "domainControllers": ["10.9.0.10", "10.9.0.12"], "dns": ["10.9.0.20", "10.9.0.22"]}
        """
            .formatted(prefixes));
    config.addProperty("anyware-network:radius", "{\"servers\": [\"10.9.0.30\"]}");
    config.addProperty(
        "anyware-network:sites",
        """
        {"iowa": {"cloud": "gcp", "region": "us-central1", "project": "demo-project",
                  "network": {"cidr": "10.40.0.0/16"}}}
        """);
    return Map.of(EngineConfig.CONFIG, config.toString());
  }

  Plan plan() {
    Site site = settings.sites().get(0);
    return Planner.plan(Place.of(Steps.STACK, site.name(), settings.tags()), site, policy);
  }

  /** The connector's flows for another generator: each with its addresses and no rule of ours. */
  JsonObject flows() {
    Plan plan = plan();
    JsonArray flows = new JsonArray();
    for (Direction direction : Direction.values()) {
      for (Flow flow : policy.flows(Role.CONNECTOR, direction)) {
        JsonObject one = new JsonObject();
        one.addProperty("id", flow.id());
        one.addProperty("reason", String.join(", ", flow.reasons()));
        one.addProperty("inbound", direction == Direction.INBOUND);
        one.addProperty("protocol", flow.protocol().slug());
        one.addProperty("port", flow.port());
        JsonArray addresses = new JsonArray();
        addresses(plan, flow.other(direction)).forEach(cidr -> addresses.add(cidr.toString()));
        one.add("addresses", addresses);
        flows.add(one);
      }
    }
    JsonObject site = new JsonObject();
    site.addProperty("network", plan.network().identity());
    site.addProperty("tag", plan.tags().get(Role.CONNECTOR));
    site.add("flows", flows);
    return site;
  }

  private static List<Cidr> addresses(Plan plan, End other) {
    return other instanceof End.Outside outside
        ? outside.addresses().prefixes()
        : plan.subnets().of(((End.Members) other).role());
  }
}
