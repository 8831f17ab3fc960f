package anyware.catalogue;

/**
 * What is spoken on a port. The protocols belong to the legs of the table's rows.
 *
 * @param name the service's name in identities and reports
 * @param port the port number, 1 to 65535
 */
public record Service(String name, int port) {
  /** The management interface's redirect to HTTPS. */
  public static final Service HTTP = new Service("http", 80);

  /** Session negotiation, the management interface, and the cloud services. */
  public static final Service HTTPS = new Service("https", 443);

  /** PCoIP sessions. */
  public static final Service PCOIP = new Service("pcoip", 4172);

  /** The PCoIP agent's session preparation. */
  public static final Service AGENT = new Service("agent", 60443);

  /** LDAP over TLS. */
  public static final Service LDAPS = new Service("ldaps", 636);

  /** Multi-factor authentication; the port is the vendor's default. */
  public static final Service RADIUS = new Service("radius", 1812);

  /** Name resolution. */
  public static final Service DNS = new Service("dns", 53);

  /** Administration of the connectors' and license servers' hosts. */
  public static final Service SSH = new Service("ssh", 22);

  /** Licence activation at a PCoIP License Server; the port is the vendor's default. */
  public static final Service LICENSE = new Service("license", 7070);

  /**
   * @throws IllegalArgumentException when the port is not 1 to 65535
   */
  public Service {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /** The same service on another port, 1 to 65535. */
  public Service on(int otherPort) {
    return new Service(name, otherPort);
  }
}
