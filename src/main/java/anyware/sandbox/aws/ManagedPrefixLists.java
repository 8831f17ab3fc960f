package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseEach;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Constraints.uniqueIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Customer-managed prefix lists:
 * https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html. Entries and size
 * change in place. AWS takes the one or the other in a call; the provider calls twice, and grows a
 * list before it adds entries, or shrinks it after it removed some. Where AWS publishes a code
 * without its wording, the wording here is our own.
 */
final class ManagedPrefixLists {
  static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";

  /** A text that names a prefix list. */
  static final Shape PREFIX_LIST_ID =
      text()
          .matching(
              "pl-[0-9a-f]{8,17}",
              "InvalidPrefixListId.Malformed: Invalid id: \"{value}\" (expecting \"pl-...\")")
          .refusedAtUp()
          .naming(
              Reference.to(
                  "InvalidPrefixListID.NotFound: The prefix list ID '{value}' does not exist",
                  PREFIX_LIST));

  /**
   * The most entries of a list and the most lists of a region:
   * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-managed-prefix-lists.
   */
  private static final int MOST_ENTRIES = 1000;

  private static final int MOST_LISTS = 100;

  /**
   * The most entries that one call adds, or removes:
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html.
   */
  private static final int MOST_IN_A_CALL = 100;

  private static final Shape ENTRY =
      object(
          required(
              "cidr",
              text()
                  .where(
                      "expected \"{property}\" to be a valid CIDR Value, got {value}: invalid CIDR"
                          + " address: {value}",
                      value -> CidrBlock.of(String.valueOf(value)).isPresent())),
          optional("description", text().length(0, 255)));

  private ManagedPrefixLists() {}

  static List<ResourceType> types(Quotas quotas) {
    return List.of(
        ResourceType.named(
                PREFIX_LIST,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateManagedPrefixList.html")
            .has(
                required("addressFamily", text().oneOf("IPv4", "IPv6")).replaces(),
                optional("entries", setOf(ENTRY)).orComputed((request, enclosing) -> kept(request)),
                required(
                    "maxEntries",
                    whole()
                        .where(
                            "InvalidParameterValue: Must specify a max size between 1 and "
                                + MOST_ENTRIES,
                            value -> value instanceof Double size && size <= MOST_ENTRIES)
                        .refusedAtUp()
                        .where(
                            "expected {property} to be at least (1), got {value}",
                            value -> value instanceof Double size && size >= 1)),
                optional("name", text().length(1, 255)))
            .has(Tags.properties())
            .has(
                computed("arn", Identifiers.ec2Arn("prefix-list")),
                computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT),
                computed("version", (request, enclosing) -> version(request)))
            .idIs(Identifiers.id("pl"))
            .knownBy("arn")
            .autoNamed(AutoName.dashed("name", 255))
            .completedBy(Tags::merged)
            .constraint(constraints())
            .constraint(new RuleQuota(quotas.rulesPerSecurityGroup()).ofResize())
            .inUse(
                "waiting for EC2 Managed Prefix List ({id}) delete: unexpected state"
                    + " 'delete-failed', wanted target ''. last error: The prefix list is in use by"
                    + " {users}")
            .gone("InvalidPrefixListID.NotFound: The prefix list ID '{id}' does not exist")
            .build());
  }

  private static Constraint[] constraints() {
    return new Constraint[] {
      refuse(
              "name",
              "InvalidParameterValue: The prefix list name '{name}' cannot start with"
                  + " com.amazonaws",
              list -> list.text("name", "").startsWith("com.amazonaws"))
          .at(Step.UP),
      refuseEach(
              "entries",
              "cidr",
              "InvalidParameterValue: The CIDR {cidr} is not valid: it has host bits",
              entry -> !isExact(entry.text("cidr", "")))
          .at(Step.UP),
      refuseIn(
              "entries",
              "InvalidParameterValue: The entries must be CIDR blocks of the address family"
                  + " {addressFamily}",
              ManagedPrefixLists::mixesFamilies)
          .at(Step.UP),
      uniqueIn(
              "entries",
              "InvalidParameterValue: Request cannot contain duplicate Cidr {cidr}",
              entry -> spelling(entry.text("cidr", "")))
          .at(Step.UP),
      refuse(
              "entries",
              "PrefixListMaxEntriesExceeded: The prefix list has more entries than its maximum of"
                  + " {maxEntries}",
              list -> list.objects("entries").size() > list.whole("maxEntries").orElse(0L))
          .at(Step.UP),
      refuseFor("entries", ManagedPrefixLists::tooManyInACall).at(Step.UP),
      refuseIn(
              "",
              "PrefixListLimitExceeded: The maximum number of prefix lists has been reached.",
              request -> request.old().isEmpty() && Quotas.used(request, PREFIX_LIST) >= MOST_LISTS)
          .at(Step.UP)
    };
  }

  private static boolean isExact(String cidr) {
    return CidrBlock.isExactV4(cidr) || CidrBlock.isExactV6(cidr);
  }

  private static boolean mixesFamilies(RequestContext request) {
    boolean isV4 = request.inputs().text("addressFamily", "").equals("IPv4");
    return entries(request.inputs()).keySet().stream()
        .flatMap(cidr -> CidrBlock.of(cidr).stream())
        .anyMatch(block -> block.isV4() != isV4);
  }

  private static Optional<String> tooManyInACall(RequestContext request) {
    Map<String, String> before = former(request);
    Map<String, String> after = wanted(request);
    if (Math.max(missing(before, after), missing(after, before)) <= MOST_IN_A_CALL) {
      return Optional.empty();
    }
    return Optional.of(
        request.old().isEmpty()
            ? "InvalidParameterValue: The number of entries per request cannot exceeds limit (%d)."
                .formatted(MOST_IN_A_CALL)
            : "InvalidParameterValue: Request cannot contain more than %d entry additions or removals."
                .formatted(MOST_IN_A_CALL));
  }

  /** Each call that changes entries makes a new version; resizing and naming do not. */
  private static long version(RequestContext request) {
    long former = request.old().flatMap(old -> old.outputs().whole("version")).orElse(1L);
    return request.old().isEmpty() ? former : former + calls(former(request), wanted(request));
  }

  /**
   * The provider cannot change a description in place: it removes the entries whose description
   * changes in a call of their own, and adds them again along with the other changes.
   */
  private static int calls(Map<String, String> before, Map<String, String> after) {
    boolean describesAnew =
        before.keySet().stream()
            .anyMatch(cidr -> after.containsKey(cidr) && differ(before, after, cidr));
    if (describesAnew) {
      return 2;
    }
    return before.equals(after) ? 0 : 1;
  }

  /** Counts the entries of one list that the other does not have with that description. */
  private static long missing(Map<String, String> some, Map<String, String> others) {
    return some.keySet().stream().filter(cidr -> differ(some, others, cidr)).count();
  }

  private static boolean differ(Map<String, String> some, Map<String, String> others, String cidr) {
    return !Objects.equals(some.get(cidr), others.get(cidr));
  }

  private static Object kept(RequestContext request) {
    return request.old().flatMap(old -> old.outputs().value("entries")).orElse(List.of());
  }

  private static Map<String, String> wanted(RequestContext request) {
    return request.inputs().has("entries") ? entries(request.inputs()) : former(request);
  }

  private static Map<String, String> former(RequestContext request) {
    return request
        .old()
        .map(StoredResource::outputs)
        .map(ManagedPrefixLists::entries)
        .orElse(Map.of());
  }

  /** The descriptions by CIDR block. */
  private static Map<String, String> entries(Props list) {
    Map<String, String> entries = new TreeMap<>();
    for (Props entry : list.objects("entries")) {
      entries.put(spelling(entry.text("cidr", "")), entry.text("description", ""));
    }
    return entries;
  }

  private static String spelling(String cidr) {
    return CidrBlock.of(cidr).map(CidrBlock::toString).orElse(cidr);
  }
}
