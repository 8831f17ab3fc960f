package anyware.aws;

import static anyware.aws.ResourceTypes.EGRESS;
import static anyware.aws.ResourceTypes.GROUP;
import static anyware.aws.ResourceTypes.INGRESS;
import static anyware.aws.ResourceTypes.PREFIX_LIST;

import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.MalformedException;
import anyware.net.Traffic;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of a site's groups, those that the program did not make included. */
final class StateRules {
  private static final List<String> RANGES = List.of("cidrIpv4", "cidrIpv6");
  private static final List<String> LISTED_RANGES = List.of("cidrBlocks", "ipv6CidrBlocks");

  private final StateIndex index;
  private final List<StateGroup> groups;
  private final List<StatePrefixList> lists;
  private final List<Rule> rules = new ArrayList<>();

  StateRules(StateIndex index, List<StateGroup> groups, List<StatePrefixList> lists) {
    this.index = index;
    this.groups = groups;
    this.lists = lists;
  }

  /** Sorted by name. */
  List<Rule> all() {
    addMade(INGRESS, Direction.INBOUND);
    addMade(EGRESS, Direction.OUTBOUND);
    for (StateGroup group : groups) {
      addListed(group, "ingress", Direction.INBOUND);
      addListed(group, "egress", Direction.OUTBOUND);
    }
    rules.sort(Comparator.comparing(Rule::name));
    return rules;
  }

  private void addMade(String type, Direction direction) {
    for (StateResource made : index.all(type)) {
      Optional<StateResource> own = index.target(made, "securityGroupId", GROUP);
      for (StateGroup group : groups) {
        if (own.filter(group.resource()::equals).isPresent()) {
          rules.add(
              new Rule(
                  made.name(),
                  group.role(),
                  direction,
                  traffic(
                      index.text(made, "ipProtocol"),
                      index.number(made, "fromPort"),
                      index.number(made, "toPort")),
                  madeOther(made),
                  index.text(made, "description").orElse("")));
        }
      }
    }
  }

  /** A preview may not know yet that there will be none of the other kinds of ends. */
  private RuleEnd madeOther(StateResource made) {
    for (String range : RANGES) {
      Optional<String> cidr = index.text(made, range);
      if (cidr.isPresent()) {
        return addresses(cidr.get());
      }
    }
    Optional<StateResource> other = index.target(made, "referencedSecurityGroupId", GROUP);
    Optional<StateResource> list = index.target(made, "prefixListId", PREFIX_LIST);
    return groups.stream()
        .filter(group -> other.filter(group.resource()::equals).isPresent())
        .findFirst()
        .<RuleEnd>map(StateGroup::members)
        .or(
            () ->
                lists.stream()
                    .filter(known -> list.filter(known.resource()::equals).isPresent())
                    .findFirst()
                    .map(StatePrefixList::end))
        .or(() -> index.text(made, "referencedSecurityGroupId").map(this::members))
        .or(() -> index.text(made, "prefixListId").map(this::entries))
        .orElse(new RuleEnd.Foreign("unknown"));
  }

  /**
   * The engine lists all rules with their group, whoever made them; those that the program made are
   * known already.
   */
  private void addListed(StateGroup group, String property, Direction direction) {
    for (JsonPart listed : index.items(group.resource(), property, "rules")) {
      Traffic traffic =
          traffic(listed.text("protocol"), listed.number("fromPort"), listed.number("toPort"));
      String description = listed.text("description").orElse("");
      for (RuleEnd other : listedOthers(group, listed)) {
        boolean known =
            rules.stream()
                .anyMatch(
                    rule ->
                        rule.role() == group.role()
                            && rule.direction() == direction
                            && rule.traffic().equals(traffic)
                            && rule.other().equals(other));
        if (!known) {
          String name = UnmanagedRule.name(group.id(), direction, traffic, other);
          rules.add(new Rule(name, group.role(), direction, traffic, other, description));
        }
      }
    }
  }

  private List<RuleEnd> listedOthers(StateGroup group, JsonPart listed) {
    List<RuleEnd> others = new ArrayList<>();
    for (String range : LISTED_RANGES) {
      listed.texts(range, "prefixes").forEach(cidr -> others.add(addresses(cidr)));
    }
    listed.texts("securityGroups", "groups").forEach(id -> others.add(members(id)));
    if (listed.flag("self").orElse(false)) {
      others.add(group.members());
    }
    listed.texts("prefixListIds", "prefix lists").forEach(id -> others.add(entries(id)));
    return others;
  }

  /** Groups of other accounts have the account's number and a slash before their id. */
  private RuleEnd members(String reference) {
    String id = reference.substring(reference.lastIndexOf('/') + 1);
    return groups.stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .<RuleEnd>map(StateGroup::members)
        .orElseGet(() -> new RuleEnd.Foreign(id));
  }

  private RuleEnd entries(String id) {
    return lists.stream()
        .filter(list -> list.has(id))
        .findFirst()
        .<RuleEnd>map(StatePrefixList::end)
        .orElseGet(() -> new RuleEnd.Foreign(id));
  }

  private static RuleEnd addresses(String cidr) {
    try {
      return new RuleEnd.Addresses(Cidr.parse(cidr));
    } catch (MalformedException e) {
      return new RuleEnd.Foreign(cidr);
    }
  }

  /** What cannot be read is taken for the widest. */
  private static Traffic traffic(
      Optional<String> protocol, Optional<Integer> first, Optional<Integer> last) {
    return protocol.flatMap(p -> TrafficText.parse(p, first, last)).orElse(Traffic.ANY);
  }
}
