package anyware.report;

import anyware.catalogue.Role;
import anyware.catalogue.RowId;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sheet that a network team files: one line for each role, direction, flow and justification.
 *
 * @param lines by site, role, direction and the flow's identity
 */
public record PortMatrix(List<Line> lines) {

  /** Copies the lines. */
  public PortMatrix {
    lines = List.copyOf(lines);
  }

  /**
   * One line of the sheet.
   *
   * @param site the site's name
   * @param role whose firewall
   * @param direction {@code inbound} or {@code outbound}, seen from the role
   * @param other who is at the other end
   * @param addresses the other end's prefixes; none of a role at the same site
   * @param service the service's name
   * @param protocol {@code tcp} or {@code udp}
   * @param port the destination port, 1 to 65535
   * @param option the setting that switches the line
   * @param row the row of the vendor's table, {@code A1} onwards for an addendum; empty for what
   *     load balancing needs beside it
   * @param reason what the connection is for
   * @param edge who opens the connection and who accepts it, with those who share it
   */
  public record Line(
      String site,
      String role,
      String direction,
      String other,
      List<String> addresses,
      String service,
      String protocol,
      int port,
      String option,
      String row,
      String reason,
      String edge) {

    /** Copies the prefixes. */
    public Line {
      addresses = List.copyOf(addresses);
    }

    /** The columns' titles, in the order of {@link #cells()}. */
    public static final List<String> TITLES =
        List.of(
            "site",
            "role",
            "direction",
            "other end",
            "addresses",
            "service",
            "protocol",
            "port",
            "option",
            "row",
            "reason");

    /** The other end's prefixes in one text. */
    public String addressText() {
      return addresses.isEmpty() ? "this site" : String.join(", ", addresses);
    }

    /** The line's texts, in the order of {@link #TITLES}. */
    public List<String> cells() {
      return List.of(
          site,
          role,
          direction,
          other,
          addressText(),
          service,
          protocol,
          String.valueOf(port),
          option,
          row,
          reason);
    }
  }

  /** The matrix of these sites. */
  public static PortMatrix of(List<Policy> policies) {
    return new PortMatrix(
        policies.stream()
            .flatMap(
                policy ->
                    Arrays.stream(Role.values())
                        .flatMap(
                            role ->
                                Arrays.stream(Direction.values())
                                    .flatMap(direction -> lines(policy, role, direction).stream())))
            .toList());
  }

  private static List<Line> lines(Policy policy, Role role, Direction direction) {
    List<Line> lines = new ArrayList<>();
    for (Flow flow : policy.flows(role, direction)) {
      for (Justification justification : flow.justifications()) {
        lines.add(line(policy.site(), role, direction, flow, justification));
      }
    }
    return lines;
  }

  private static Line line(
      String site, Role role, Direction direction, Flow flow, Justification justification) {
    End other = flow.other(direction);
    List<String> addresses =
        other.fold(
            members -> List.of(),
            outside -> outside.addresses().prefixes().stream().map(Cidr::toString).toList());
    return new Line(
        site,
        role.slug(),
        direction.slug(),
        justification.other(direction).slug(),
        addresses,
        flow.service().name(),
        flow.protocol().slug(),
        flow.port(),
        justification.option().label(),
        justification.row().map(RowId::toString).orElse(""),
        justification.reason(),
        FlowEdges.from(flow) + " to " + FlowEdges.to(flow));
  }
}
