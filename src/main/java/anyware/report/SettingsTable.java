package anyware.report;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.settings.LicenseServer;
import anyware.settings.Peers;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;

/** The settings in force, defaults included, by the paths that a stack file has. */
final class SettingsTable {
  static final List<String> TITLES = List.of("setting", "value");

  private static final String NONE = "none";

  private final List<List<String>> rows = new ArrayList<>();

  private SettingsTable() {}

  /** A path and a value a row. */
  static List<List<String>> rows(Settings settings) {
    SettingsTable table = new SettingsTable();
    table.addPeers(settings.peers());
    table.addOptions(settings);
    settings.sites().forEach(table::addSite);
    return List.copyOf(table.rows);
  }

  private void add(String path, Object value) {
    String text = value.toString();
    rows.add(List.of(path, text.isEmpty() ? NONE : text));
  }

  private void addPeers(Peers peers) {
    for (Peer peer : Peer.values()) {
      if (peer.setting().isPresent()) {
        add(peer.givenBy(), peers.of(peer));
      }
    }
  }

  private void addOptions(Settings settings) {
    settings
        .radius()
        .ifPresentOrElse(
            radius -> {
              add("radius.servers", radius.servers());
              add("radius.port", radius.port());
            },
            () -> add("radius", NONE));
    add("legacyHttp", settings.legacyHttp());
    settings
        .licenseServer()
        .ifPresentOrElse(this::addLicenseServer, () -> add("licenseServer", NONE));
    add("dnsOverTcp", settings.dnsOverTcp());
    settings.tags().forEach((key, value) -> add("tags." + key, value));
    add("quotas.awsRulesPerGroup", settings.quotas().awsRulesPerGroup());
  }

  private void addLicenseServer(LicenseServer server) {
    if (server.party() == Role.LICENSE_SERVER) {
      add("licenseServer.hosted", true);
    } else {
      add("licenseServer.servers", server.servers());
    }
    add("licenseServer.port", server.port());
  }

  private void addSite(Site site) {
    String path = "sites." + site.name() + ".";
    add(path + "cloud", site.cloud().slug());
    add(path + "region", site.region());
    site.project().ifPresent(project -> add(path + "project", project));
    site.resourceGroup().ifPresent(group -> add(path + "resourceGroup", group));
    add(path + "connectors", site.connectors());
    add(path + "network.cidr", site.network());
    site.balancer()
        .ifPresentOrElse(
            balancer -> {
              add(path + "balancer.layer", balancer.layer().number());
              add(path + "balancer.scheme", balancer.scheme().slug());
            },
            () -> add(path + "balancer", NONE));
  }
}
