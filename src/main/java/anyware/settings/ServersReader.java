package anyware.settings;

import anyware.catalogue.Service;
import anyware.net.AddressSet;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings that bring servers with a port: {@code radius}, {@code licenseServer}. */
final class ServersReader {
  private static final String SERVERS = "servers";
  private static final String HOSTED = "hosted";
  private static final String PORT = "port";
  private static final String EITHER = "exactly one of servers, hosted";

  private ServersReader() {}

  /** Reads {@code radius}. */
  static Optional<Radius> radius(Node node) {
    return node.section(
        "a structure {servers, port}",
        radius ->
            new Radius(
                radius.required(SERVERS, AddressLists::some).orElse(AddressSet.EMPTY),
                radius.or(PORT, Scalars.PORT, Service.RADIUS.port())));
  }

  /** Reads {@code licenseServer}. */
  static Optional<LicenseServer> licenseServer(Node node) {
    return node.section("a structure {servers or hosted, port}", ServersReader::licenseServer)
        .flatMap(Function.identity());
  }

  private static Optional<LicenseServer> licenseServer(Section section) {
    Optional<AddressSet> servers = section.optional(SERVERS, AddressLists::some);
    boolean both = section.has(SERVERS) && section.has(HOSTED);
    Optional<Boolean> hosted =
        section.optional(HOSTED, both ? Scalars::bool : ServersReader::hosted);
    int port = section.or(PORT, Scalars.PORT, Service.LICENSE.port());
    if (both) {
      return section.node().report("both", EITHER, "remove one of them");
    }
    if (!section.has(SERVERS) && !section.has(HOSTED)) {
      return section
          .node()
          .report("neither", EITHER, "leave out licenseServer to use the cloud licence server");
    }
    return servers
        .<LicenseServer>map(addresses -> new LicenseServer.Existing(addresses, port))
        .or(() -> hosted.map(yes -> new LicenseServer.Hosted(port)));
  }

  private static Optional<Boolean> hosted(Node node) {
    Optional<Boolean> hosted = Scalars.bool(node);
    if (node.isRecorded()) {
      node.expects(SettingForms.onlyTrue());
    }
    return hosted.isEmpty() || hosted.get()
        ? hosted
        : node.refuse("true", "leave out licenseServer to use the cloud licence server");
  }
}
