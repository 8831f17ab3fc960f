package anyware.attach;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.settings.LicenseServer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the connector's installer must be told of the network. Its flags: {@code
 * --external-pcoip-ip}, the address for sessions from outside
 * (https://www.teradici.com/web-help/cas_manager/21.10/cloud_access_connector/external_network_access/);
 * {@code --enable-security-gateway} and {@code --local-license-server-url}
 * (https://anyware.hp.com/web-help/anyware_manager_connector/24.10/anyware_connector/awc_connector_install,
 * and in use at https://github.com/HPInc/Anyware-Certification).
 */
final class ConnectorInstaller {
  private static final Variable LICENSE_SERVER =
      new Variable("LICENSE_SERVER", "the License Server's name or address");

  private static final String PURPOSE =
      "On the machine, among the flags of anyware-connector configure";

  private ConnectorInstaller() {}

  /** The flags for one machine; absent where there is nothing to be told. */
  static Optional<Step> flags(SiteRole role, Optional<ReservedAddress> address) {
    if (role.role() != Role.CONNECTOR) {
      return Optional.empty();
    }
    ShellCommand flags = ShellCommand.ofOptions();
    if (address.isPresent()) {
      flags =
          flags
              .with("--enable-security-gateway=true")
              .with("--external-pcoip-ip ", address.get().address().toString());
    }
    Optional<LicenseServer> server = role.site().options().licenseServer();
    if (server.isPresent()) {
      flags = withUrl(flags, server.get());
    }
    String purpose =
        flags.variables().stream()
            .map(variable -> "; " + variable.name() + " is " + variable.meaning())
            .collect(Collectors.joining("", PURPOSE, ""));
    return flags.pieces().isEmpty() ? Optional.empty() : Optional.of(Step.ofNote(purpose, flags));
  }

  /** The only server's address stands in the URL; of several the user knows which one answers. */
  private static ShellCommand withUrl(ShellCommand flags, LicenseServer server) {
    List<Cidr> servers = server.servers().prefixes();
    String option = "--local-license-server-url http://";
    String rest = ":" + server.port() + "/request";
    return servers.size() == 1 && isSingle(servers.get(0))
        ? flags.with(option + host(servers.get(0)) + rest)
        : flags.with(option, LICENSE_SERVER, rest);
  }

  private static boolean isSingle(Cidr server) {
    return server.first().equals(server.last());
  }

  private static String host(Cidr server) {
    return switch (server.family()) {
      case IPV4 -> server.first().toString();
      case IPV6 -> "'[" + server.first() + "]'";
    };
  }
}
