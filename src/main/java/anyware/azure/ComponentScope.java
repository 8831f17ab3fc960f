package anyware.azure;

import com.pulumi.azurenative.Provider;
import com.pulumi.azurenative.ProviderArgs;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What all resources of a site share: where they are and with which options they are registered.
 *
 * <p>What is bound to a place is replaced as a whole when the place changes, the new one before the
 * old one. A replacement trigger does that: the engine then does not ask the provider, which would
 * change some regions in place, where Azure refuses it, and would delete first what has a name that
 * is not of its making (subnets, balancers).
 */
final class ComponentScope {
  private final Plan plan;
  private final Resource component;
  private final CustomResourceOptions child;
  private final Output<String> resourceGroup;

  /**
   * Registers the site's provider and its resource group, unless that is there.
   *
   * @param plan the plan
   * @param component the site's component
   */
  ComponentScope(Plan plan, Resource component) {
    this.plan = plan;
    this.component = component;
    String site = plan.place().site();
    CustomResourceOptions own =
        CustomResourceOptions.builder()
            .parent(component)
            .aliases(Alias.builder().name(site).build())
            .build();
    Provider provider = new Provider(site + "." + plan.region(), ProviderArgs.Empty, own);
    child = CustomResourceOptions.builder().parent(component).provider(provider).build();
    resourceGroup = plan.resourceGroup().accept(this::create, Output::of);
  }

  private Output<String> create(String name) {
    ResourceGroupArgs args = ResourceGroupArgs.builder().location(region()).tags(tags()).build();
    return new com.pulumi.azurenative.resources.ResourceGroup(name, args, ofRegion()).name();
  }

  /** A provider for another subscription than the site's. */
  Provider providerFor(String subscription) {
    String name = plan.place().site() + ".subscription." + subscription;
    ProviderArgs args = ProviderArgs.builder().subscriptionId(subscription).build();
    return new Provider(name, args, CustomResourceOptions.builder().parent(component).build());
  }

  /** For what goes through a provider of its own, and is bound to no place. */
  CustomResourceOptions through(Provider provider) {
    return CustomResourceOptions.builder().parent(component).provider(provider).build();
  }

  Plan plan() {
    return plan;
  }

  Output<String> resourceGroup() {
    return resourceGroup;
  }

  String region() {
    return plan.region();
  }

  List<String> zones() {
    return AvailabilityZones.of(plan.region());
  }

  Map<String, String> tags() {
    return plan.place().tags();
  }

  /** For what is bound to the region alone. */
  CustomResourceOptions ofRegion() {
    return boundTo(plan.region());
  }

  /**
   * For what is bound to the network too. Security groups are: the members of all application
   * security groups of a rule are in one network
   * (https://learn.microsoft.com/azure/virtual-network/application-security-groups).
   */
  CustomResourceOptions ofNetwork() {
    return boundTo(plan.region() + " " + network());
  }

  /** For a balancer: an internal one is in the network, and no balancer changes its scheme. */
  CustomResourceOptions ofBalancer(LoadBalancer balancer) {
    String scheme = plan.region() + " " + balancer.scheme().slug();
    return balancer
        .frontend()
        .fold(
            outside -> boundTo(scheme),
            inside -> boundTo(scheme + " " + network()),
            inside -> boundTo(scheme + " " + network()));
  }

  /**
   * For an application gateway and its public address, whose name it has: it stays in its subnet.
   */
  CustomResourceOptions ofGateway(ApplicationGateway gateway) {
    String subnet =
        gateway
            .frontend()
            .subnet()
            .fold(
                outside -> "",
                inside -> inside.subnet(),
                inside -> inside.subnet().toLowerCase(Locale.ROOT));
    return boundTo(plan.region() + " " + network() + " " + subnet);
  }

  /** The same options, for what is protected from deletion where the site asks for that. */
  CustomResourceOptions guarded(CustomResourceOptions options) {
    return plan.protect()
        ? CustomResourceOptions.merge(
            options, CustomResourceOptions.builder().protect(true).build())
        : options;
  }

  private String network() {
    return plan.network()
        .fold(
            created -> created.ipv4().toString(),
            existing -> existing.id().toLowerCase(Locale.ROOT));
  }

  private CustomResourceOptions boundTo(String place) {
    return CustomResourceOptions.merge(
        child, CustomResourceOptions.builder().replacementTrigger(Output.of(place)).build());
  }
}
