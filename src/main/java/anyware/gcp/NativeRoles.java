package anyware.gcp;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.natives.Described;
import anyware.net.AddressSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which machines have which role in a network that somebody else made. */
final class NativeRoles {
  private static final String ROLES = "connector, workstation, license-server";
  private static final String NETWORK = "network";
  private static final String TAGS = "tags";
  static final String SECURE_TAGS = "secureTags";
  private static final String ACCOUNT = "serviceAccount";
  private static final String SUBNETS = "subnets";
  private static final Set<String> KEYS = Set.of(NETWORK, TAGS, SECURE_TAGS, ACCOUNT, SUBNETS);

  private final NetworkNames networks;
  private final Map<Role, Machine> machines = new EnumMap<>(Role.class);
  private final Described described;

  private NativeRoles(NetworkNames networks, Described described) {
    this.networks = networks;
    this.described = described;
  }

  /**
   * The machines of each role that the file speaks of.
   *
   * @param file the roles file; what is wrong is noted as a problem
   * @param networks the networks that have rules
   * @param described takes what the file says of machines without a role
   */
  static Map<Role, Machine> read(JsonPart file, NetworkNames networks, Described described) {
    NativeRoles roles = new NativeRoles(networks, described);
    for (String key : file.keys()) {
      file.member(key).ifPresent(part -> roles.add(key, part));
    }
    if (roles.machines.isEmpty() && !file.isMissing()) {
      file.problem("at least one of the keys " + ROLES);
    }
    described.requireCarried(file, roles::isCarried);
    return roles.machines;
  }

  private boolean isCarried(String name) {
    return machines.values().stream()
        .anyMatch(machine -> machine.meantBy(Set.of(name), Set.of(name)) == Applicability.YES);
  }

  private void add(String key, JsonPart part) {
    if (described.take(key, part)) {
      return;
    }
    role(key)
        .ifPresentOrElse(
            role -> add(role, part),
            () ->
                part.problem(
                    "one of the keys " + ROLES + ", " + Described.KEYS,
                    key.equals(Role.BALANCER.slug())
                        ? "leave it out: no firewall rule concerns a passthrough balancer"
                        : ""));
  }

  private static Optional<Role> role(String key) {
    return Stream.of(Role.CONNECTOR, Role.WORKSTATION, Role.LICENSE_SERVER)
        .filter(role -> role.slug().equals(key) || role.key().equals(key))
        .findFirst();
  }

  private void add(Role role, JsonPart part) {
    for (String key : part.keys()) {
      if (!KEYS.contains(key)) {
        part.member(key)
            .ifPresent(
                other ->
                    other.problem(
                        "one of the keys network, tags, secureTags, serviceAccount, subnets"));
      }
    }
    Set<String> tags = new HashSet<>(part.texts(TAGS, "network tags"));
    tags.addAll(part.texts(SECURE_TAGS, "secure tags"));
    machines.put(
        role,
        new Machine(network(part), tags, part.text(ACCOUNT), AddressSet.of(part.cidrs(SUBNETS))));
  }

  private String network(JsonPart part) {
    Optional<String> named = part.text(NETWORK);
    if (named.isEmpty()) {
      return networks.only().orElseGet(() -> ask(part, "say which"));
    }
    return networks
        .find(named.get())
        .orElseGet(() -> ask(part.member(NETWORK).orElse(part), "print the rules of that one too"));
  }

  private String ask(JsonPart part, String fix) {
    part.problem("a network that has rules: " + networks, fix);
    return "";
  }
}
