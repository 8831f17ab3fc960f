package anyware.firewall;

import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a balancer receives packets.
 *
 * @param traffic what it receives
 * @param families of whom: a front end at an address of one family receives no packet of the other
 */
public record FrontEnd(Traffic traffic, Set<Family> families) {

  /** Copies the families. */
  public FrontEnd {
    families = Family.copyOf(families);
  }

  /** Front ends that receive packets of either family. */
  public static List<FrontEnd> ofBoth(List<Traffic> traffic) {
    return traffic.stream().map(one -> new FrontEnd(one, EnumSet.allOf(Family.class))).toList();
  }

  /** What front ends receive, whatever the family. */
  public static List<Traffic> traffic(List<FrontEnd> frontEnds) {
    return frontEnds.stream().map(FrontEnd::traffic).distinct().toList();
  }

  /**
   * Why a packet is not received.
   *
   * @param families those of which such packets are received
   * @param traffic all that is received
   */
  public static String missed(Set<Family> families, List<Traffic> traffic) {
    return families.isEmpty()
        ? "it listens on " + Traffic.text(traffic) + " only"
        : "its front end there is of "
            + families.stream().map(Family::label).collect(Collectors.joining(" and "))
            + " only";
  }

  /**
   * The families of which some front end receives such packets.
   *
   * @param protocol the IP protocol
   * @param port the destination port, 0 to 65535; 0 where the protocol has none
   */
  public static Set<Family> families(List<FrontEnd> frontEnds, IpProtocol protocol, int port) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    frontEnds.stream()
        .filter(one -> one.traffic().matches(protocol, port))
        .forEach(one -> families.addAll(one.families()));
    return families;
  }
}
