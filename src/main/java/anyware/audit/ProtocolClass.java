package anyware.audit;

import anyware.net.IpProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * IP protocols that no rule of the firewalls under comparison tells apart.
 *
 * @param example the lowest of them; its number stands for all
 * @param size how many protocols there are in the class, 1 to 256
 */
public record ProtocolClass(IpProtocol example, int size) {
  private static final int NUMBERS = 256;

  /** Every protocol. */
  static final ProtocolClass EVERY = new ProtocolClass(new IpProtocol(0), NUMBERS);

  /** Told apart even where no rule does so, since whoever reads a report looks for their names. */
  private static final Set<IpProtocol> USUAL =
      Set.of(
          IpProtocol.TCP,
          IpProtocol.UDP,
          IpProtocol.ICMP,
          IpProtocol.ICMPV6,
          IpProtocol.ESP,
          IpProtocol.AH,
          IpProtocol.SCTP);

  /**
   * All 256 protocols in classes: one for each protocol that a rule names or that is usual, and one
   * for all the others together, which comes last. Where every protocol is named there are no
   * others.
   *
   * @param named the protocols that any rule of any firewall under comparison names
   */
  static List<ProtocolClass> partition(Collection<IpProtocol> named) {
    TreeSet<IpProtocol> alone = new TreeSet<>(USUAL);
    alone.addAll(named);
    List<ProtocolClass> classes = new ArrayList<>();
    alone.forEach(protocol -> classes.add(new ProtocolClass(protocol, 1)));
    IntStream.range(0, NUMBERS)
        .mapToObj(IpProtocol::new)
        .filter(protocol -> !alone.contains(protocol))
        .findFirst()
        .ifPresent(lowest -> classes.add(new ProtocolClass(lowest, NUMBERS - alone.size())));
    return classes;
  }

  /** Whether these classes of one partition, each given once, are all of it. */
  static boolean isEverything(Collection<ProtocolClass> classes) {
    return classes.stream().mapToInt(ProtocolClass::size).sum() == NUMBERS;
  }

  /** Whether rules can name ports of it: of a single protocol that has some. */
  boolean hasPorts() {
    return size == 1 && example.hasPorts();
  }

  /** The name of a single protocol, {@code everything}, or {@code other protocols}. */
  @Override
  public String toString() {
    return switch (size) {
      case 1 -> example.toString();
      case NUMBERS -> "everything";
      default -> "other protocols";
    };
  }
}
