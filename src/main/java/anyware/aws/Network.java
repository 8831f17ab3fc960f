package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A site's VPC: one that the program makes, or one that is there. */
public sealed interface Network permits Vpc, ExistingVpc {
  /**
   * The answer for the kind of network that this is.
   *
   * @param ofCreated the answer for one that the program makes
   * @param ofExisting the answer for one that is there
   */
  <T> T fold(Function<Vpc, T> ofCreated, Function<ExistingVpc, T> ofExisting);

  /** The addresses that are known to be the network's; may be none of one that is there. */
  List<Cidr> ranges();

  /**
   * Where the machines of a role belong.
   *
   * @param role a role with machines of the owner's
   * @param haveAddresses whether the connectors have public addresses
   * @return absent where nobody said where they are, and for the balancer
   */
  Optional<List<Cidr>> places(Role role, boolean haveAddresses);

  /**
   * The addresses of some subnets.
   *
   * @param names the subnets, as a balancer names them
   * @return absent where they are somebody else's
   */
  Optional<List<Cidr>> rangesOf(Collection<String> names);
}
