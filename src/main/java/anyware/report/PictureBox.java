package anyware.report;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.policy.End;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One who opens or accepts connections in a picture.
 *
 * @param name who
 * @param role whether it is a role of the sites
 * @param zone how far it is trusted
 * @param column where it stands: 0 who opens connections from outside, 1 balancer and connector, 2
 *     workstation and license server, 3 whom these connect to
 * @param lines addresses and what else to know, short
 */
record PictureBox(String name, boolean role, TrustZone zone, int column, List<String> lines) {
  private static final int MOST = 6;

  /** Copies the lines. */
  PictureBox {
    lines = List.copyOf(lines);
  }

  /** The boxes of sites, in the order in which they stand in their columns. */
  static List<PictureBox> of(AlikeSites sites) {
    Map<String, PictureBox> openers = new LinkedHashMap<>();
    Map<String, PictureBox> receivers = new LinkedHashMap<>();
    for (Bundle bundle : sites.bundles()) {
      outside(bundle.opener(), bundle.from(), 0, sites, true, openers);
      outside(bundle.receiver(), bundle.to(), 3, sites, false, receivers);
    }
    List<PictureBox> boxes = new ArrayList<>(sorted(openers));
    for (Role role :
        List.of(Role.BALANCER, Role.CONNECTOR, Role.WORKSTATION, Role.LICENSE_SERVER)) {
      if (sites.first().policy().has(role)) {
        boxes.add(of(role, sites));
      }
    }
    boxes.addAll(sorted(receivers));
    return boxes;
  }

  /** The vendor's services first, the others in the order of their zones. */
  private static List<PictureBox> sorted(Map<String, PictureBox> boxes) {
    Comparator<PictureBox> vendorFirst =
        Comparator.comparing(box -> box.zone() != TrustZone.VENDOR);
    return boxes.values().stream().sorted(vendorFirst.thenComparing(PictureBox::zone)).toList();
  }

  private static void outside(
      End end,
      String name,
      int column,
      AlikeSites sites,
      boolean opener,
      Map<String, PictureBox> boxes) {
    end.fold(
        members -> true,
        peer -> {
          Set<String> texts = new LinkedHashSet<>();
          sites
              .members()
              .forEach(
                  member ->
                      Bundle.of(member.policy()).stream()
                          .filter(bundle -> (opener ? bundle.from() : bundle.to()).equals(name))
                          .limit(1)
                          .map(bundle -> opener ? bundle.opener() : bundle.receiver())
                          .map(DiagramText::addresses)
                          .forEach(texts::add));
          List<String> lines = List.copyOf(texts);
          boxes.putIfAbsent(
              name,
              new PictureBox(
                  name,
                  false,
                  TrustZone.of(peer.peer()),
                  column,
                  lines.size() <= 2 ? lines : List.of(lines.get(0), "others elsewhere")));
          return true;
        });
  }

  private static PictureBox of(Role role, AlikeSites sites) {
    List<String> lines = new ArrayList<>();
    boolean alone = sites.members().size() == 1;
    for (AlikeSites.Member member : sites.members()) {
      List<Cidr> subnets = member.audited().roleSubnets().of(role);
      if (!subnets.isEmpty() && lines.size() < MOST) {
        String more = subnets.size() > 1 ? " +" + (subnets.size() - 1) : "";
        if (!alone && member.site().name().length() > 11) {
          lines.add(member.site().name());
          lines.add(subnets.get(0) + more);
        } else {
          lines.add((alone ? "" : member.site().name() + " ") + subnets.get(0) + more);
        }
      }
    }
    Set<Integer> addresses = new LinkedHashSet<>();
    sites.members().forEach(member -> addresses.add(member.site().connectors()));
    if (role == Role.CONNECTOR) {
      addresses.forEach(
          count ->
              lines.add(
                  count == 0
                      ? "no public address"
                      : count + " static address" + (count == 1 ? "" : "es")));
    }
    if (sites.first().policy().isOpen(role, Direction.OUTBOUND)) {
      lines.add("may open anything");
    }
    int column = role == Role.BALANCER || role == Role.CONNECTOR ? 1 : 2;
    return new PictureBox(
        role.slug(), true, TrustZone.of(role, sites.first().site()), column, lines);
  }
}
