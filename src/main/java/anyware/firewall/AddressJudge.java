package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks one judge about packets whose other end has some address and another about the rest.
 *
 * @param addresses the addresses
 * @param ofThem who decides about packets from or to these
 * @param ofOthers who decides about all others
 */
public record AddressJudge(AddressSet addresses, Judge ofThem, Judge ofOthers) implements Judge {

  /**
   * By the family of the other end's address; one of the two where it is asked about all families
   * or about none.
   */
  public static Judge of(Set<Family> families, Judge ofThem, Judge ofOthers) {
    if (families.isEmpty()) {
      return ofOthers;
    }
    return families.containsAll(EnumSet.allOf(Family.class))
        ? ofThem
        : new AddressJudge(
            AddressSet.of(families.stream().map(Family::all).toList()), ofThem, ofOthers);
  }

  private Judge judge(Host other) {
    return addresses.contains(other.address()) ? ofThem : ofOthers;
  }

  @Override
  public Collection<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>(addresses.prefixes());
    prefixes.addAll(ofThem.prefixes());
    prefixes.addAll(ofOthers.prefixes());
    return prefixes;
  }

  @Override
  public Outcome outcome(Host other) {
    return judge(other).outcome(other);
  }

  @Override
  public String rule(Host other) {
    return judge(other).rule(other);
  }

  @Override
  public Optional<String> assumed(Host other) {
    return judge(other).assumed(other);
  }

  @Override
  public Verdict verdict(Host other) {
    return judge(other).verdict(other);
  }
}
