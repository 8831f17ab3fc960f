package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;
import static anyware.sandbox.aws.ValidInputs.entry;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Managed prefix lists that AWS refuses. */
final class ManagedPrefixListCases {
  private ManagedPrefixListCases() {}

  static Stream<Case> all() {
    return list().cases().stream();
  }

  /** As many entries, none next to another. */
  static List<Map<String, String>> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> entry("10.%d.%d.0/25".formatted(n / 256, n % 256), "site"))
        .toList();
  }

  private static Table list() {
    return Table.of(ManagedPrefixLists.PREFIX_LIST, ValidInputs.PREFIX_LIST)
        .check("no family", "addressFamily: missing required", "addressFamily", NONE)
        .check("another family", "addressFamily: expected addressFamily", "addressFamily", "IPv5")
        .check("no size", "maxEntries: missing required", "maxEntries", NONE)
        .check("no room", "maxEntries: expected maxEntries to be at least (1)", "maxEntries", 0)
        .check("empty name", "name: expected length of name", "name", "")
        .check("long name", "name: expected length of name", "name", "x".repeat(256))
        .check("unknown property", "version: unknown property", "version", 2)
        .check(
            "no range",
            "entries[0].cidr: expected \"entries[0].cidr\" to be a valid CIDR Value, got"
                + " 192.0.2.0/33: invalid CIDR address: 192.0.2.0/33",
            "entries",
            List.of(entry("192.0.2.0/33", "")))
        .check(
            "bare address",
            "entries[0].cidr: expected \"entries[0].cidr\" to be a valid CIDR",
            "entries",
            List.of(entry("192.0.2.1", "")))
        .check(
            "entry without a range",
            "entries[0].cidr: missing required",
            "entries",
            List.of(Map.of("description", "office")))
        .check(
            "long description",
            "entries[0].description: expected length",
            "entries",
            List.of(entry("192.0.2.0/24", "x".repeat(256))))
        .up(
            "host bits",
            "entries[0].cidr: InvalidParameterValue: The CIDR 192.0.2.1/24 is not valid",
            "entries",
            List.of(entry("192.0.2.1/24", "")))
        .up(
            "wrong family",
            "entries: InvalidParameterValue: The entries must be CIDR blocks of the address family"
                + " IPv4",
            "entries",
            List.of(entry("2001:db8::/32", "")))
        .up(
            "wrong family of all",
            "entries: InvalidParameterValue: The entries must be CIDR blocks of the address family"
                + " IPv6",
            "addressFamily",
            "IPv6")
        .up(
            "duplicate",
            "entries[1]: InvalidParameterValue: Request cannot contain duplicate Cidr"
                + " 192.0.2.0/24",
            "entries",
            List.of(entry("192.0.2.0/24", "one"), entry("192.0.2.0/24", "two")))
        .up(
            "duplicate in another spelling",
            "entries[1]: InvalidParameterValue: Request cannot contain duplicate Cidr",
            "addressFamily",
            "IPv6",
            "entries",
            List.of(entry("2001:db8::/32", "one"), entry("2001:0DB8:0::/32", "two")))
        .up(
            "more entries than its size",
            "entries: PrefixListMaxEntriesExceeded",
            "entries",
            entries(4))
        .up(
            "more entries than a call takes",
            "entries: InvalidParameterValue: The number of entries per request cannot exceeds"
                + " limit (100).",
            "entries",
            entries(101),
            "maxEntries",
            101)
        .up(
            "more than the largest size",
            "maxEntries: InvalidParameterValue: Must specify a max size between 1 and 1000",
            "maxEntries",
            1001)
        .up(
            "name of Amazon's",
            "name: InvalidParameterValue: The prefix list name 'com.amazonaws.x' cannot start",
            "name",
            "com.amazonaws.x");
  }
}
