package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Traffic;
import anyware.plan.RoleSubnets;
import anyware.problem.Problem;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the firewall rules of a network that somebody else made. Where a rule means machines that
 * nobody knows, an allowance counts and a denial does not, and a warning says so: what is open must
 * not be missed.
 */
public final class NativeReader {
  private NativeReader() {}

  /**
   * The network.
   *
   * @param rulesJson what {@code gcloud compute firewall-rules list --format=json} prints, or the
   *     API's list with {@code items}, or one rule
   * @param rolesJson which machines have which role: {@code {"connector": {"network": "main",
   *     "tags": ["pcoip"], "serviceAccount": "c@p.iam.gserviceaccount.com", "subnets":
   *     ["10.1.0.0/24"]}, ...}} with the keys connector, workstation and license-server. Every part
   *     may be left out: the network where all rules are of one, the tags where there are none, the
   *     service account and the subnets where they are not known
   * @throws UnreadableFileException when either is something else; says every problem
   */
  public static NativeNetwork read(String rulesJson, String rolesJson)
      throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<Rule>> rules = rules(JsonPart.parse("firewall rules", rulesJson, problems));
    JsonPart rolesFile = JsonPart.parse("roles", rolesJson, problems);
    // Which networks there are is known only when all rules could be read.
    Map<Role, Machine> machines =
        problems.isEmpty()
            ? NativeRoles.read(rolesFile, NetworkNames.of(rules.keySet()))
            : Map.of();
    UnreadableFileException.throwIfAny(problems);
    return network(rules, machines);
  }

  private static Map<String, List<Rule>> rules(JsonPart file) {
    List<JsonPart> parts;
    if (file.value() instanceof JsonObject object) {
      parts = object.has("items") ? file.items("items", "firewall rules") : List.of(file);
    } else {
      parts = file.items("firewall rules");
    }
    Map<String, List<Rule>> rules = new LinkedHashMap<>();
    for (JsonPart part : parts) {
      Optional<String> name = part.required("name");
      Optional<String> network = part.required("network").map(NetworkNames::canonical);
      rules
          .computeIfAbsent(network.orElse(""), any -> new ArrayList<>())
          .addAll(RuleReader.API.read(name.orElse(""), part));
    }
    return rules;
  }

  private static NativeNetwork network(Map<String, List<Rule>> rules, Map<Role, Machine> machines) {
    Map<Role, List<Cidr>> roleSubnets = new EnumMap<>(Role.class);
    List<Cidr> inside = new ArrayList<>(PlatformDefaults.PRIVATE.prefixes());
    machines.forEach(
        (role, machine) -> {
          List<Cidr> subnets = machine.addresses().prefixes();
          inside.addAll(subnets);
          if (!subnets.isEmpty()) {
            roleSubnets.put(role, subnets);
          }
        });
    Firewall firewall =
        Evaluator.of(
            rules,
            new ResolutionContext(machines, AddressSet.of(inside)),
            Optional.of(Evaluator.listener("forwarding rules", List.of(Traffic.ANY))));
    return new NativeNetwork(
        firewall, machines.keySet(), new RoleSubnets(roleSubnets), Assumptions.of(rules, machines));
  }
}
