package anyware.sandbox.azure;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Address ranges of networks and subnets:
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq (/2 to /29 for IPv4, /64
 * for IPv6 subnets; multicast, broadcast, loopback, link-local and 168.63.129.16 are reserved).
 */
final class AddressPrefixes {
  private static final List<CidrBlock> RESERVED =
      Stream.of(
              "224.0.0.0/4",
              "255.255.255.255/32",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "168.63.129.16/32")
          .flatMap(range -> CidrBlock.of(range).stream())
          .toList();

  private AddressPrefixes() {}

  /**
   * The ranges of a subnet.
   *
   * @param subnet a subnet's inputs
   * @return the ranges as texts
   */
  static List<String> ofSubnet(Props subnet) {
    return subnet
        .text("addressPrefix")
        .map(List::of)
        .orElseGet(() -> subnet.texts("addressPrefixes"));
  }

  /**
   * Reads ranges, leaving out what is none.
   *
   * @param texts the texts
   * @return the ranges
   */
  static List<CidrBlock> read(List<String> texts) {
    return texts.stream().flatMap(text -> CidrBlock.of(text).stream()).toList();
  }

  /**
   * What is wrong with each range on its own.
   *
   * @param texts the ranges
   * @param property the property that holds them
   * @param id the id of the resource
   * @param isSubnet whether the ranges are a subnet's, of which IPv6 ones must be a /64
   * @return the reasons to refuse
   */
  static List<Refusal> malformed(List<String> texts, String property, String id, boolean isSubnet) {
    List<Refusal> found = new ArrayList<>();
    for (String text : texts) {
      CidrBlock.of(text)
          .ifPresentOrElse(
              range ->
                  odd(range, text, id, isSubnet)
                      .forEach(message -> found.add(new Refusal(property, message))),
              () ->
                  found.add(
                      new Refusal(
                          property,
                          ApiErrors.of(
                              "InvalidAddressPrefixFormat",
                              "Address prefix "
                                  + text
                                  + " of resource "
                                  + id
                                  + " is not formatted correctly. It should follow CIDR notation,"
                                  + " for example 10.0.0.0/24."))));
    }
    return found;
  }

  private static List<String> odd(CidrBlock range, String text, String id, boolean isSubnet) {
    List<String> messages = new ArrayList<>();
    if (!(CidrBlock.isExactV4(text) || CidrBlock.isExactV6(text))) {
      messages.add(
          ApiErrors.of(
              "InvalidCIDRNotation",
              "The address prefix "
                  + text
                  + " in resource "
                  + id
                  + " has an invalid CIDR notation. For the given prefix length, the address"
                  + " prefix should be "
                  + range
                  + "."));
    }
    if (range.isV4() && !isSubnet && (range.prefix() < 2 || range.prefix() > 29)) {
      messages.add("The address prefix " + text + " of " + id + " must be between /2 and /29");
    }
    if (!range.isV4() && isSubnet && range.prefix() != 64) {
      messages.add("The IPv6 address prefix " + text + " of subnet " + id + " must be a /64");
    }
    if (messages.isEmpty() && RESERVED.stream().anyMatch(range::overlaps)) {
      messages.add("The address prefix " + text + " of " + id + " overlaps a reserved range");
    }
    return messages;
  }

  /**
   * IPv4 can't be left out of a network or a subnet:
   * https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/plan-for-ip-addressing
   *
   * @param texts the ranges
   * @param property the property that holds them
   * @param id the id of the resource
   * @return the reason to refuse ranges of IPv6 only
   */
  static List<Refusal> withoutV4(List<String> texts, String property, String id) {
    List<CidrBlock> ranges = read(texts);
    return ranges.isEmpty() || ranges.stream().anyMatch(CidrBlock::isV4)
        ? List.of()
        : List.of(new Refusal(property, id + " must have an IPv4 address prefix, found " + texts));
  }

  /**
   * Finds two ranges of one list that share an address. Ranges lie apart or inside one another, so
   * that once they are sorted it is enough to look at neighbours.
   *
   * @param texts the ranges
   * @return the two, in the order of the list; empty when all lie apart
   */
  static List<String> overlapping(List<String> texts) {
    List<Placed> sorted =
        IntStream.range(0, texts.size())
            .boxed()
            .flatMap(i -> CidrBlock.of(texts.get(i)).map(range -> new Placed(range, i)).stream())
            .sorted(
                Comparator.comparingInt((Placed placed) -> placed.range().bits())
                    .thenComparing(placed -> placed.range().base()))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).range().overlaps(sorted.get(i).range())) {
        return IntStream.of(sorted.get(i - 1).index(), sorted.get(i).index())
            .sorted()
            .mapToObj(texts::get)
            .toList();
      }
    }
    return List.of();
  }

  /**
   * Tells whether each IPv4 range is large enough for a subnet: a /29 at least.
   *
   * @param texts the ranges
   */
  static boolean areSubnetSized(List<String> texts) {
    return read(texts).stream().allMatch(range -> !range.isV4() || range.prefix() <= 29);
  }

  private record Placed(CidrBlock range, int index) {}

  /**
   * Tells whether two lists of ranges share an address.
   *
   * @param some ranges
   * @param others other ranges
   */
  static boolean overlap(List<String> some, List<String> others) {
    return read(some).stream().anyMatch(one -> read(others).stream().anyMatch(one::overlaps));
  }

  /**
   * Tells whether every range lies in one of a network's.
   *
   * @param inner the ranges
   * @param outer the network's ranges
   * @return whether all do
   */
  static boolean within(List<String> inner, List<String> outer) {
    return read(inner).stream()
        .allMatch(one -> read(outer).stream().anyMatch(network -> network.contains(one)));
  }
}
