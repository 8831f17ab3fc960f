package anyware.cli;

import anyware.attach.SiteOutputs;
import anyware.audit.Exposure;
import anyware.audit.Exposure.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A deployed stack in a few lines: where its sites are, who reaches them, what comes next.
 *
 * @param stack the stack's name
 * @param sites what each deployed site gave out, by its name
 * @param exposures what each role of each site is exposed to
 */
record Summary(String stack, Map<String, SiteOutputs> sites, List<Exposure> exposures) {
  private static final int MOST_SITES = 3;
  private static final int MOST_ADDRESSES = 3;
  private static final String NOBODY = "nothing";

  /** The lines: eight where there are three sites. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(stack + " is up: " + sites.size() + (sites.size() == 1 ? " site" : " sites"));
    sites.entrySet().stream()
        .limit(MOST_SITES)
        .forEach(site -> lines.add("  " + line(site.getKey(), site.getValue())));
    if (sites.size() > MOST_SITES) {
      lines.add("  and " + (sites.size() - MOST_SITES) + " more");
    }
    lines.add("anyone reaches: " + byRole(" or ", exposure -> Stream.of(exposure.anyone())));
    lines.add("others who reach it: " + byRole(", ", Summary::others));
    lines.add("open to anywhere: " + byRole(" or ", exposure -> Stream.of(exposure.anywhere())));
    lines.add(
        "next: bin/anyware report --stack %s; bin/anyware attach --stack %s --pulumi bin/sandbox"
            .formatted(stack, stack));
    return lines;
  }

  private static String line(String name, SiteOutputs site) {
    List<String> parts = new ArrayList<>();
    parts.add(name + ", " + site.cloud() + " " + site.region());
    balancer(site).map(at -> "balancer " + at).forEach(parts::add);
    List<String> connectors =
        site.connectorAddresses().stream().map(one -> one.address().toString()).toList();
    if (!connectors.isEmpty()) {
      String shown = String.join(", ", connectors.stream().limit(MOST_ADDRESSES).toList());
      int more = connectors.size() - MOST_ADDRESSES;
      parts.add("connectors " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
    return String.join("; ", parts);
  }

  /** Where a site's balancer is reached: its name, or its address. */
  static Stream<String> balancer(SiteOutputs site) {
    return Stream.of("dnsName", "address")
        .filter(site.balancer()::containsKey)
        .limit(1)
        .map(key -> site.balancer().getOrDefault(key, ""));
  }

  /** The names of those who are no anyone; which ports they reach is a table of its own. */
  private static Stream<String> others(Exposure exposure) {
    return Stream.concat(exposure.named().stream(), exposure.administrators().stream())
        .map(Caller::who)
        .map(who -> who.replaceFirst("( \\(|, \\d).*", ""));
  }

  /** Each role with what there is at any of its sites, once. */
  private String byRole(String separator, Function<Exposure, Stream<String>> part) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    for (Exposure exposure : exposures) {
      part.apply(exposure)
          .filter(text -> !text.isEmpty())
          .forEach(
              text ->
                  texts
                      .computeIfAbsent(exposure.role().slug(), role -> new LinkedHashSet<>())
                      .add(text));
    }
    List<String> roles = new ArrayList<>();
    texts.forEach((role, what) -> roles.add(role + " " + String.join(separator, what)));
    return roles.isEmpty() ? NOBODY : String.join("; ", roles);
  }
}
