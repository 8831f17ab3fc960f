package anyware.aws;

import anyware.json.JsonPart;
import anyware.natives.HostBits;
import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A security group as {@code aws ec2 describe-security-groups} prints it
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html).
 *
 * @param id the group's id
 * @param name the group's name
 * @param network the VPC that it is of, as far as the printout says
 * @param rules one for each address, group and prefix list of each of its permissions
 * @param warnings what could not be read exactly
 */
record NativeGroup(
    String id,
    String name,
    Optional<String> network,
    List<NativeRule> rules,
    List<String> warnings) {

  /**
   * A rule with one other end.
   *
   * @param direction which way
   * @param traffic the protocol and the ports
   * @param other a prefix, or the id of a group or a prefix list
   * @param description why it is there; may be empty
   */
  record NativeRule(Direction direction, Traffic traffic, RuleEnd other, String description) {}

  /** The group; what is wrong is noted as a problem of its part. */
  static NativeGroup read(JsonPart printed) {
    List<String> warnings = new ArrayList<>();
    JsonPart group = HostBits.cleared(printed, warnings);
    NativeGroup read =
        new NativeGroup(
            group.required("GroupId").orElse(""),
            group.text("GroupName").orElse(""),
            group.text("VpcId"),
            new ArrayList<>(),
            warnings);
    group
        .items("IpPermissions", "permissions")
        .forEach(permission -> read.add(permission, Direction.INBOUND));
    group
        .items("IpPermissionsEgress", "permissions")
        .forEach(permission -> read.add(permission, Direction.OUTBOUND));
    return read;
  }

  private void add(JsonPart permission, Direction direction) {
    Optional<Traffic> traffic = traffic(permission);
    if (traffic.isEmpty()) {
      return;
    }
    for (JsonPart range : permission.items("IpRanges", "ranges")) {
      addRange(range, "CidrIp", direction, traffic.get());
    }
    for (JsonPart range : permission.items("Ipv6Ranges", "ranges")) {
      addRange(range, "CidrIpv6", direction, traffic.get());
    }
    for (JsonPart pair : permission.items("UserIdGroupPairs", "groups")) {
      addForeign(pair, "GroupId", direction, traffic.get());
    }
    for (JsonPart list : permission.items("PrefixListIds", "prefix lists")) {
      addForeign(list, "PrefixListId", direction, traffic.get());
    }
  }

  private Optional<Traffic> traffic(JsonPart permission) {
    Optional<String> protocol =
        permission.required("IpProtocol", "a text").flatMap(JsonPart::textOrNumber);
    Optional<Integer> first = permission.number("FromPort");
    Optional<Traffic> traffic =
        protocol.flatMap(text -> TrafficText.parse(text, first, permission.number("ToPort")));
    if (protocol.isPresent() && traffic.isEmpty()) {
      permission.problem("IpProtocol tcp, udp, icmp, icmpv6, -1 or 0 to 255, ports 0 to 65535");
    }
    boolean oneType = protocol.filter(text -> text.startsWith("icmp")).isPresent();
    if (oneType && first.filter(type -> type != -1).isPresent()) {
      warnings.add(
          "%s: allows one type of %s; types are not told apart, so all of them count as allowed"
              .formatted(id, protocol.get()));
    }
    return traffic;
  }

  private void addRange(JsonPart range, String key, Direction direction, Traffic traffic) {
    range.required(key);
    range
        .member(key)
        .flatMap(JsonPart::cidr)
        .ifPresent(cidr -> add(range, direction, traffic, new RuleEnd.Addresses(cidr)));
  }

  private void addForeign(JsonPart part, String key, Direction direction, Traffic traffic) {
    part.required(key)
        .ifPresent(other -> add(part, direction, traffic, new RuleEnd.Foreign(other)));
  }

  private void add(JsonPart part, Direction direction, Traffic traffic, RuleEnd other) {
    String description = part.text("Description").orElse("");
    rules.add(new NativeRule(direction, traffic, other, description));
  }
}
