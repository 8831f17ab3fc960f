package anyware.catalogue;

/**
 * How a balancer finds out whether a connector can take sessions: a GET over {@link Service#HTTPS}.
 * From the vendor's architecture guide (2022.07), "Load balancer solutions".
 */
public final class HealthCheck {
  /** The path that the connector answers. */
  public static final String PATH = "/health";

  /** The HTTP status of a connector that can take sessions. */
  public static final int HEALTHY = 200;

  private HealthCheck() {}
}
