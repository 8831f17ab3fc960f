package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.RouterNatConstraints.api;

import anyware.sandbox.spec.Constraint;

/**
 * How many source ports a Cloud NAT keeps for each machine:
 * https://cloud.google.com/nat/docs/ports-and-addresses.
 */
final class RouterNatPorts {
  private static final int MOST_PORTS = 57_344;

  private RouterNatPorts() {}

  static Constraint[] all() {
    return new Constraint[] {
      api(
          "minPortsPerVm",
          "Must be between 2 and " + MOST_PORTS + ".",
          nat ->
              nat.whole("minPortsPerVm")
                  .filter(ports -> ports < 2 || ports > MOST_PORTS)
                  .isPresent()),
      api(
          "minPortsPerVm",
          "Must be a power of two, at least 32, when dynamic port allocation is enabled.",
          nat ->
              nat.isTrue("enableDynamicPortAllocation")
                  && nat.whole("minPortsPerVm").filter(ports -> !isPower(ports, 32)).isPresent()),
      api(
          "maxPortsPerVm",
          "The field can only be set when dynamic port allocation is enabled.",
          nat ->
              CommonFields.says(nat, "maxPortsPerVm")
                  && !nat.isTrue("enableDynamicPortAllocation")),
      api(
          "maxPortsPerVm",
          "Must be a power of two greater than minPortsPerVm, at most 65536.",
          nat ->
              nat.isTrue("enableDynamicPortAllocation")
                  && nat.whole("maxPortsPerVm")
                      .filter(
                          ports ->
                              !isPower(ports, 1 + nat.whole("minPortsPerVm").orElse(32L))
                                  || ports > 65_536)
                      .isPresent()),
      api(
          "enableDynamicPortAllocation",
          "Dynamic port allocation and endpoint-independent mapping are mutually exclusive.",
          nat ->
              nat.isTrue("enableDynamicPortAllocation")
                  && nat.isTrue("enableEndpointIndependentMapping"))
    };
  }

  private static boolean isPower(long number, long least) {
    return number >= least && Long.bitCount(number) == 1;
  }
}
