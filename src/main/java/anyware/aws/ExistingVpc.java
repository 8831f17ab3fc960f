package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A VPC that somebody else made and keeps. The site has groups there and nothing else of it: no
 * route, no subnet, and not the VPC's default group.
 *
 * @param id the VPC's id
 * @param roleRanges where the roles' machines are, as far as it was said
 */
public record ExistingVpc(String id, Map<Role, List<Cidr>> roleRanges) implements Network {
  /** Copies the map and its lists. */
  public ExistingVpc {
    Map<Role, List<Cidr>> copy = new EnumMap<>(Role.class);
    roleRanges.forEach((role, ranges) -> copy.put(role, List.copyOf(ranges)));
    roleRanges = Collections.unmodifiableMap(copy);
  }

  @Override
  public <T> T fold(Function<Vpc, T> ofCreated, Function<ExistingVpc, T> ofExisting) {
    return ofExisting.apply(this);
  }

  @Override
  public List<Cidr> ranges() {
    return roleRanges.values().stream().flatMap(Collection::stream).distinct().sorted().toList();
  }

  @Override
  public Optional<List<Cidr>> places(Role role, boolean haveAddresses) {
    return Optional.ofNullable(roleRanges.get(role));
  }

  @Override
  public Optional<List<Cidr>> rangesOf(Collection<String> names) {
    return Optional.empty();
  }
}
