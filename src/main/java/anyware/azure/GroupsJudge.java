package anyware.azure;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The network security groups that a packet meets, in their order: all of them must let it pass
 * (https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works).
 *
 * @param stages the groups; none filters nothing
 * @param beyond the other ends that no rule is asked about
 */
record GroupsJudge(List<NsgPassJudge> stages, AddressSet beyond) implements Judge {
  private static final String OWN_SERVICE = "Azure's own service";
  private static final String NO_GROUP = "no network security group";

  @Override
  public Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>(beyond.prefixes());
    for (NsgPassJudge stage : stages) {
      for (ResolvedRule filter : stage.matching()) {
        prefixes.addAll(filter.prefixes());
      }
    }
    return prefixes;
  }

  @Override
  public Outcome outcome(Host other) {
    if (!beyond.contains(other.address())) {
      for (NsgPassJudge stage : stages) {
        if (!stage.allows(other)) {
          return Outcome.CLOSED;
        }
      }
    }
    return Outcome.OPEN;
  }

  @Override
  public String rule(Host other) {
    if (beyond.contains(other.address())) {
      return OWN_SERVICE;
    }
    if (stages.isEmpty()) {
      return NO_GROUP;
    }
    return stages.stream()
        .filter(stage -> !stage.allows(other))
        .findFirst()
        .map(stage -> stage.rule(other))
        .orElseGet(
            () ->
                stages.stream()
                    .map(stage -> stage.rule(other))
                    .distinct()
                    .collect(Collectors.joining(" and ")));
  }

  @Override
  public Verdict verdict(Host other) {
    if (beyond.contains(other.address())) {
      return new Verdict(
          Outcome.OPEN,
          OWN_SERVICE,
          List.of("network security groups do not close Azure's own services"));
    }
    if (stages.isEmpty()) {
      return new Verdict(
          Outcome.OPEN,
          NO_GROUP,
          List.of("no network security group is attached, so nothing is filtered"));
    }
    List<String> trace = new ArrayList<>();
    for (NsgPassJudge stage : stages) {
      trace.addAll(stage.trace(other));
      if (!stage.allows(other)) {
        return new Verdict(Outcome.CLOSED, rule(other), trace);
      }
    }
    return new Verdict(Outcome.OPEN, rule(other), trace);
  }
}
