package anyware.report;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.settings.Options;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings in force, defaults included, by the paths that a stack file has. */
final class SettingsTable {
  static final List<String> TITLES = List.of("setting", "value");

  private static final String NONE = "none";

  private final List<List<String>> rows = new ArrayList<>();

  private SettingsTable() {}

  /** A path and a value a row. */
  static List<List<String>> rows(Settings settings) {
    SettingsTable table = new SettingsTable();
    Map<String, String> stack = options(settings.options());
    stack.forEach(table::add);
    settings.tags().forEach((key, value) -> table.add("tags." + key, value));
    table.add("quotas.awsRulesPerGroup", settings.quotas().awsRulesPerGroup());
    table.add("quotas.awsAddresses", settings.quotas().awsAddresses());
    table.add("outputs.documents", settings.documents());
    settings.sites().forEach(site -> table.addSite(site, stack));
    return List.copyOf(table.rows);
  }

  private void add(String path, Object value) {
    String text = value.toString();
    rows.add(List.of(path, text.isEmpty() ? NONE : text));
  }

  private static Map<String, String> options(Options options) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Peer peer : Peer.values()) {
      if (peer.setting().isPresent()) {
        values.put(peer.givenBy(), options.peers().of(peer).toString());
      }
    }
    options
        .radius()
        .ifPresentOrElse(
            radius -> {
              values.put("radius.servers", radius.servers().toString());
              values.put("radius.port", String.valueOf(radius.port()));
            },
            () -> values.put("radius", NONE));
    values.put("legacyHttp", String.valueOf(options.legacyHttp()));
    options
        .licenseServer()
        .ifPresentOrElse(
            server -> {
              if (server.party() == Role.LICENSE_SERVER) {
                values.put("licenseServer.hosted", "true");
              } else {
                values.put("licenseServer.servers", server.servers().toString());
              }
              values.put("licenseServer.port", String.valueOf(server.port()));
            },
            () -> values.put("licenseServer", NONE));
    values.put("dnsOverTcp", String.valueOf(options.dnsOverTcp()));
    values.put("ssh", options.peers().of(Peer.SSH).toString());
    values.put("outbound.workstation", options.outbound().workstation().slug());
    values.put("outbound.licenseServer", options.outbound().licenseServer().slug());
    return values;
  }

  private void addSite(Site site, Map<String, String> stack) {
    String path = "sites." + site.name() + ".";
    add(path + "cloud", site.cloud().slug());
    add(path + "region", site.region());
    site.project().ifPresent(project -> add(path + "project", project));
    site.resourceGroup().ifPresent(group -> add(path + "resourceGroup", group));
    add(path + "connectors", site.connectors());
    options(site.options())
        .forEach(
            (key, value) -> {
              if (!value.equals(stack.get(key))) {
                add(path + key, value);
              }
            });
    addNetwork(path + "network.", site.network());
    site.balancer()
        .ifPresentOrElse(
            balancer -> addBalancer(path + "balancer.", balancer),
            () -> add(path + "balancer", NONE));
    if (!site.targets().isEmpty()) {
      add(path + "targets", String.join(", ", site.targets()));
    }
  }

  private void addBalancer(String path, Balancer balancer) {
    add(path + "layer", balancer.layer().number());
    add(path + "scheme", balancer.scheme().slug());
    if (!balancer.addresses().isEmpty()) {
      add(path + "address", joined(balancer.addresses()));
    }
    if (balancer.globalAccess()) {
      add(path + "globalAccess", true);
    }
  }

  private void addNetwork(String path, SiteNetwork network) {
    network.fold(
        created -> {
          add(path + "cidr", created.cidr());
          add(path + "nat", created.nat());
          return true;
        },
        existing -> {
          add(path + "existing.network", existing.id());
          if (!existing.balancerSubnets().isEmpty()) {
            add(path + "existing.balancerSubnets", String.join(", ", existing.balancerSubnets()));
          }
          existing
              .roleRanges()
              .forEach(
                  (role, ranges) ->
                      add(path + "existing." + role.key() + "Ranges", joined(ranges)));
          return true;
        });
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
