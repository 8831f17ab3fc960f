package anyware.testing;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.settings.StackFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stack files for every cloud, with a network that is made and one that is there, without balancer,
 * with a public and with an internal one of either layer, with several sets of options.
 */
public final class StackMatrix {
  private static final String CLIENTS = "    clients: [198.51.100.0/24, \"2001:db8:c::/48\"]\n";
  private static final String VNET =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/network/providers"
          + "/Microsoft.Network/virtualNetworks/shared";

  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/0a1b-2c3d";

  /** A network that is made. */
  static final String CREATED = "{cidr: 10.20.0.0/16}";

  /** The stack files by name, such as {@code aws-existing-internal-hosted}. */
  public static final Map<String, String> STACKS = stacks();

  private StackMatrix() {}

  /**
   * The plan of one of the stack files, for a stack called {@code matrix}.
   *
   * @throws java.util.NoSuchElementException when there is none of this name
   */
  public static StackPlan plan(String stack) {
    String yaml = Optional.ofNullable(STACKS.get(stack)).orElseThrow();
    return StackFile.read(Clouds.ALL, stack, yaml)
        .fold(
            settings -> StackPlan.of("matrix", settings),
            problems -> {
              throw new AssertionError(stack + ": " + problems);
            });
  }

  /**
   * What is added to a stack file.
   *
   * @param peers further peers
   * @param options further settings of the stack
   * @param site further settings of the site
   */
  record Options(String peers, String options, String site) {}

  private static Map<String, Options> options() {
    Map<String, Options> options = new LinkedHashMap<>();
    options.put("plain", new Options(CLIENTS, "", ""));
    options.put(
        "legacy",
        new Options(
            CLIENTS + "    workstations: [10.8.0.0/24]\n",
            """
              anyware-network:radius: {servers: [10.9.0.20], port: 1645}
              anyware-network:legacyHttp: true
              anyware-network:dnsOverTcp: true
            """,
            ""));
    options.put(
        "hosted",
        new Options(
            CLIENTS,
            """
              anyware-network:licenseServer: {hosted: true}
              anyware-network:ssh: [203.0.113.16/28]
              anyware-network:outbound: {workstation: table, licenseServer: table}
              anyware-network:protect: true
            """,
            "      connectors: 3\n"));
    options.put(
        "both-users",
        new Options(
            CLIENTS + "    internalClients: [10.8.64.0/18, \"2001:db8:d::/48\"]\n",
            "  anyware-network:licenseServer: {servers: [10.9.0.30], port: 7443}\n",
            ""));
    options.put(
        "inside-only",
        new Options(
            "    internalClients: [10.8.64.0/18]\n",
            "  anyware-network:outbound: {workstation: table}\n",
            ""));
    options.put(
        "restated",
        new Options(
            CLIENTS,
            "  anyware-network:radius: {servers: [10.9.0.20]}\n",
            """
                  radius: none
                  dnsOverTcp: true
                  licenseServer: {hosted: true, port: 7171}
                  peers: {dns: [10.9.0.53], internalClients: [10.8.64.0/18]}
                  ssh: [203.0.113.32/32]
            """));
    return options;
  }

  private static Options bothUsers() {
    return Objects.requireNonNull(options().get("both-users"));
  }

  private static Map<String, String> stacks() {
    Map<String, String> stacks = new LinkedHashMap<>();
    for (String cloud : List.of("aws", "azure", "gcp")) {
      for (boolean existing : List.of(false, true)) {
        for (String balancer : List.of("none", "public", "internal")) {
          options()
              .forEach(
                  (name, options) ->
                      stacks.put(
                          String.join(
                              "-", cloud, existing ? "existing" : "created", balancer, name),
                          stack(cloud, existing, balancer, options)));
          stacks.put(
              String.join("-", cloud, existing ? "existing" : "created", balancer, "dual"),
              stack(
                  cloud,
                  dual(existing ? dualStackExisting(cloud, balancer) : CREATED),
                  balancerText(balancer),
                  bothUsers()));
        }
        layer7(cloud)
            .forEach(
                (balancer, text) ->
                    stacks.put(
                        String.join(
                            "-", cloud, existing ? "existing" : "created", balancer, "dual"),
                        stack(cloud, dual(network(cloud, existing, balancer)), text, bothUsers())));
        layer7(cloud)
            .forEach(
                (balancer, text) ->
                    options()
                        .forEach(
                            (name, options) ->
                                stacks.put(
                                    String.join(
                                        "-",
                                        cloud,
                                        existing ? "existing" : "created",
                                        balancer,
                                        name),
                                    stack(
                                        cloud,
                                        network(cloud, existing, balancer),
                                        text,
                                        options))));
      }
    }
    stacks.putAll(AzureStacks.all());
    return stacks;
  }

  /** Balancers of layer 7, one with what has to be said and one with everything, by a name. */
  private static Map<String, String> layer7(String cloud) {
    return switch (cloud) {
      case "aws" ->
          Map.of(
              "layer7",
              "{layer: 7, certificate: \"" + CERTIFICATE + "\"}",
              "layer7-internal",
              "{layer: 7, scheme: internal, certificate: \""
                  + CERTIFICATE
                  + "\"}\n      logs: {flows: true, balancer: my-logs}",
              "layer7-full",
              """
              {layer: 7, certificate: "%s", tlsPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06, \
              cookieSeconds: 1, idleSeconds: 4000, deletionProtection: true, \
              accessLogs: {bucket: my-logs, prefix: front}, \
              healthCheck: {intervalSeconds: 10, timeoutSeconds: 9, healthy: 2, unhealthy: 10}, \
              webAcl: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/filter/0a1b", \
              dns: {zone: Z0123456789ABC, name: pcoip.example.com}}\
              """
                  .formatted(CERTIFICATE));
      case "gcp" ->
          Map.of(
              "layer7",
              "{layer: 7, certificate: [projects/demo-project/global/sslCertificates/pcoip]}",
              "layer7-full",
              """
              {layer: 7, domains: [pcoip.example.com], tlsPolicy: RESTRICTED, cookieSeconds: 600, \
              idleSeconds: 90, healthCheck: {intervalSeconds: 20}, \
              webAcl: projects/demo-project/global/securityPolicies/edge, \
              dns: {zone: projects/demo-dns/managedZones/example, name: pcoip.example.com}}
                    logs: {flows: true, rules: true, balancer: true}\
              """);
      default -> Map.of();
    };
  }

  private static String stack(String cloud, boolean existing, String balancer, Options options) {
    return stack(cloud, network(cloud, existing, balancer), balancerText(balancer), options);
  }

  private static String balancerText(String balancer) {
    return balancer.equals("none") ? "none" : "{scheme: " + balancer + "}";
  }

  /** The network with addresses of both families. */
  private static String dual(String network) {
    return network.substring(0, network.length() - 1) + ", ipv6: true}";
  }

  private static String network(String cloud, boolean existing, String balancer) {
    return existing ? existing(cloud, balancer) : CREATED;
  }

  /**
   * The file of a stack with one site.
   *
   * @param network the site's network
   * @param balancer its balancer
   */
  static String stack(String cloud, String network, String balancer, Options options) {
    return """
    config:
      anyware-network:peers:
        administrators: [203.0.113.0/28]
        domainControllers: [10.9.0.10]
        dns: [10.9.0.10]
    %s%s  anyware-network:sites:
        site-%s:
    %s      network: %s
          balancer: %s
    %s\
    """
        .formatted(
            options.peers(),
            options.options(),
            cloud,
            place(cloud),
            network,
            balancer,
            options.site());
  }

  private static String place(String cloud) {
    return switch (cloud) {
      case "aws" -> "      cloud: aws\n      region: us-east-1\n";
      case "azure" -> "      cloud: azure\n      region: northeurope\n";
      default -> "      cloud: gcp\n      region: us-central1\n      project: demo-project\n";
    };
  }

  private static String existing(String cloud, String balancer) {
    return existing(
        cloud, cloud.equals("aws") ? !balancer.equals("none") : balancer.equals("internal"));
  }

  /** On Google a public balancer's IPv6 address is one of a subnetwork. */
  private static String dualStackExisting(String cloud, String balancer) {
    return cloud.equals("gcp")
        ? existing(cloud, !balancer.equals("none"))
        : existing(cloud, balancer);
  }

  private static String existing(String cloud, boolean inSubnet) {
    List<String> members = new ArrayList<>();
    members.add("network: " + network(cloud));
    if (inSubnet) {
      members.add("balancerSubnets: [" + subnets(cloud) + "]");
    }
    members.add("connectorRanges: [10.20.0.0/24]");
    members.add("workstationRanges: [10.20.16.0/20, 10.21.0.0/24]");
    members.add("licenseServerRanges: [10.20.1.0/28]");
    return "{existing: {" + String.join(", ", members) + "}}";
  }

  private static String network(String cloud) {
    return switch (cloud) {
      case "aws" -> "vpc-0123456789abcdef0";
      case "azure" -> VNET;
      default -> "projects/host-project/global/networks/shared";
    };
  }

  private static String subnets(String cloud) {
    return switch (cloud) {
      case "aws" -> "subnet-0123456789abcdef0, subnet-0fedcba9876543210";
      case "azure" -> VNET + "/subnets/front";
      default -> "projects/host-project/regions/us-central1/subnetworks/front";
    };
  }
}
