package anyware.gcp;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The machines of a role as the platform tells them apart.
 *
 * @param network the network that they stand in; rules of another one never concern them
 * @param tags every network tag that they carry
 * @param serviceAccount the e-mail address of their service account; absent when it is not known
 * @param addresses where they stand; empty when it is not known
 */
record Machine(
    String network, Set<String> tags, Optional<String> serviceAccount, AddressSet addresses) {

  /** Copies the tags. */
  Machine {
    tags = Set.copyOf(tags);
  }

  /** Whether a rule that names these tags and accounts, one of them or several, means it. */
  Applicability meantBy(Set<String> namedTags, Set<String> namedAccounts) {
    if (tags.stream().anyMatch(namedTags::contains)) {
      return Applicability.YES;
    }
    if (namedAccounts.isEmpty()) {
      return Applicability.NO;
    }
    return serviceAccount
        .map(account -> namedAccounts.contains(account) ? Applicability.YES : Applicability.NO)
        .orElse(Applicability.PERHAPS);
  }

  /** Whether a rule for this target applies to it. */
  Applicability meantBy(Target target) {
    Applicability named =
        target.isWholeNetwork()
            ? Applicability.YES
            : meantBy(target.tags(), target.serviceAccounts());
    return named == Applicability.NO || target.addresses().isEmpty()
        ? named
        : Applicability.both(named, standsIn(target.addresses().prefixes()));
  }

  /**
   * The machine at each place that makes a difference to rules with these targets: where they are
   * limited to some of the role's own addresses.
   *
   * @return none where no rule is limited so, or nobody knows where the machines are
   */
  List<Machine> places(List<Target> targets) {
    List<Cidr> edges =
        targets.stream().flatMap(target -> target.addresses().prefixes().stream()).toList();
    List<Cidr> pieces = addresses.cutAt(edges);
    if (pieces.size() == addresses.prefixes().size()) {
      return List.of();
    }
    Map<List<Applicability>, List<Cidr>> alike = new LinkedHashMap<>();
    for (Cidr piece : pieces) {
      Machine there = at(new AddressSet(List.of(piece)));
      alike
          .computeIfAbsent(targets.stream().map(there::meantBy).toList(), key -> new ArrayList<>())
          .add(piece);
    }
    return alike.values().stream().map(AddressSet::of).map(this::at).toList();
  }

  private Machine at(AddressSet where) {
    return new Machine(network, tags, serviceAccount, where);
  }

  private Applicability standsIn(List<Cidr> ranges) {
    if (addresses.isEmpty()) {
      return Applicability.PERHAPS;
    }
    List<Cidr> own = addresses.prefixes();
    if (own.stream().allMatch(here -> ranges.stream().anyMatch(range -> range.contains(here)))) {
      return Applicability.YES;
    }
    boolean somewhere =
        own.stream().anyMatch(here -> ranges.stream().anyMatch(range -> range.overlaps(here)));
    return somewhere ? Applicability.PERHAPS : Applicability.NO;
  }
}
