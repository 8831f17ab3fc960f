package anyware.attach;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deployed site gave out, as far as machines need it. Every text is printable, so that it
 * can be shown, and begins with no hyphen, so that no command takes it for an option.
 *
 * @param cloud the cloud's name
 * @param region the cloud's region
 * @param groups each role's group (AWS id, Azure id) or network tag, in the roles' order
 * @param applicationGroups each role's application security group; empty where the cloud has none
 * @param subnets the ids of the subnets of each role, as far as there are some
 * @param balancer the texts of the balancer by their keys; empty where there is none
 * @param connectorAddresses the addresses reserved for connectors, in their order
 * @param all everything, as it stands in the outputs
 */
public record SiteOutputs(
    String cloud,
    String region,
    Map<Role, String> groups,
    Map<Role, String> applicationGroups,
    Map<Role, List<String>> subnets,
    Map<String, String> balancer,
    List<ReservedAddress> connectorAddresses,
    JsonObject all) {

  /** Copies the collections. */
  public SiteOutputs {
    groups = inOrder(groups);
    applicationGroups = inOrder(applicationGroups);
    subnets = inOrder(subnets);
    balancer = Map.copyOf(balancer);
    connectorAddresses = List.copyOf(connectorAddresses);
    all = all.deepCopy();
  }

  private static <T> Map<Role, T> inOrder(Map<Role, T> byRole) {
    Map<Role, T> copy = new EnumMap<>(Role.class);
    copy.putAll(byRole);
    return Collections.unmodifiableMap(copy);
  }

  /**
   * Reads the outputs of one site. What is wrong is noted as a problem of its part.
   *
   * @param site the site's outputs; absent when they do not even say where the site is
   */
  public static Optional<SiteOutputs> read(JsonPart site) {
    return SiteOutputsReader.read(site);
  }

  /** A copy, which a caller may change. */
  @Override
  public JsonObject all() {
    return all.deepCopy();
  }
}
