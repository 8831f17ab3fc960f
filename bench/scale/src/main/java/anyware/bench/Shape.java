package anyware.bench;

import anyware.settings.EngineConfig;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The size of a stack to measure.
 *
 * @param cloud aws, azure, gcp, or mix for all three in turn
 * @param sites how many sites, 1 to 16384
 * @param addresses how many addresses every peer has, 1 to 32768
 */
record Shape(String cloud, int sites, int addresses) {
  private static final String MIX = "mix";

  /** Their slugs, in the order in which the mix takes them. */
  private static final List<String> CLOUDS = List.of("aws", "azure", "gcp");

  /** The peers of which each gets its own addresses, RADIUS servers besides. */
  private static final List<String> PEERS =
      List.of(
          "clients",
          "administrators",
          "domainControllers",
          "dns",
          "anywareManager",
          "cloudLicenseServer",
          "sumoLogic",
          "workstations");

  /** The first number of the first peer's addresses; each further peer has the next one. */
  private static final int FIRST_NETWORK = 20;

  /** What AWS can be had to raise its quota to. */
  private static final int MOST_RULES = 1000;

  /** The environment in which the engine would start the program for such a stack. */
  Map<String, String> environment() {
    JsonObject config = new JsonObject();
    put(config, "peers", peers());
    put(config, "radius", radius());
    put(config, "quotas", number("awsRulesPerGroup", MOST_RULES));
    put(config, "sites", sitesSetting());
    return Map.of(EngineConfig.CONFIG, config.toString());
  }

  /** The engine hands over each setting as a text. */
  private static void put(JsonObject config, String key, JsonObject value) {
    config.addProperty("anyware-network:" + key, value.toString());
  }

  private static JsonObject number(String key, int value) {
    JsonObject structure = new JsonObject();
    structure.addProperty(key, value);
    return structure;
  }

  private JsonObject peers() {
    JsonObject peers = new JsonObject();
    for (String peer : PEERS) {
      peers.add(peer, addressesOf(PEERS.indexOf(peer)));
    }
    return peers;
  }

  private JsonObject radius() {
    JsonObject radius = new JsonObject();
    radius.add("servers", addressesOf(PEERS.size()));
    return radius;
  }

  /** Every other address, so that no two are neighbours and each one is a class of packets. */
  private JsonArray addressesOf(int peer) {
    JsonArray list = new JsonArray();
    for (int i = 0; i < addresses; i++) {
      int host = 2 * i + 1;
      list.add("%d.0.%d.%d".formatted(FIRST_NETWORK + peer, host >> 8, host & 255));
    }
    return list;
  }

  private JsonObject sitesSetting() {
    JsonObject sitesByName = new JsonObject();
    IntStream.range(0, sites)
        .forEach(i -> sitesByName.add("site-%05d".formatted(i), site(i, cloudOf(i))));
    return sitesByName;
  }

  private String cloudOf(int site) {
    return cloud.equals(MIX) ? CLOUDS.get(site % CLOUDS.size()) : cloud;
  }

  /** Each site has a /22 of 10.0.0.0/8, so that no two overlap. */
  private static JsonObject site(int number, String cloud) {
    JsonObject network = new JsonObject();
    network.addProperty("cidr", "10.%d.%d.0/22".formatted(number >> 6, (number & 63) << 2));
    JsonObject site = new JsonObject();
    site.addProperty("cloud", cloud);
    switch (cloud) {
      case "aws" -> site.addProperty("region", "us-east-1");
      case "azure" -> site.addProperty("region", "northeurope");
      case "gcp" -> {
        site.addProperty("region", "us-central1");
        site.addProperty("project", "demo-project");
      }
      default -> throw new IllegalArgumentException("no cloud " + cloud);
    }
    site.add("network", network);
    return site;
  }
}
