package anyware.azure;

import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.PublicIPAddressArgs;
import com.pulumi.azurenative.network.inputs.PublicIPAddressSkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/**
 * The public addresses of a site.
 *
 * @param scope where they are
 */
record ComponentAddresses(ComponentScope scope) {

  /**
   * Registers a static address, in all zones of the region.
   *
   * @param name its logical name
   * @param options what it is bound to
   */
  PublicIPAddress address(String name, CustomResourceOptions options) {
    PublicIPAddressArgs.Builder args =
        PublicIPAddressArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .location(scope.region())
            .sku(PublicIPAddressSkuArgs.builder().name("Standard").build())
            .publicIPAddressVersion("IPv4")
            .publicIPAllocationMethod("Static")
            .tags(scope.tags());
    if (!scope.zones().isEmpty()) {
      args.zones(scope.zones());
    }
    // Azure refuses to change the zones of an address; those of older versions have none.
    CustomResourceOptions keepZones =
        CustomResourceOptions.builder().ignoreChanges("zones").build();
    return new PublicIPAddress(
        name, args.build(), CustomResourceOptions.merge(scope.guarded(options), keepZones));
  }

  /** A static address is there as soon as its resource is; only a preview can lack it. */
  static Output<String> ip(PublicIPAddress address) {
    return address.ipAddress().applyValue(ip -> ip.orElse(""));
  }
}
