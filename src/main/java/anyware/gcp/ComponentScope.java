package anyware.gcp;

import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.gcp.Provider;
import com.pulumi.gcp.ProviderArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Under what a site's resources are registered: the component, a provider for the site's project
 * and region, and what each of them is bound to. A resource whose bond changes is replaced, the new
 * one made before the old one goes: the provider itself would leave some behind and refuse others.
 *
 * @param plan the site's plan
 * @param component the parent
 * @param provider the provider
 */
record ComponentScope(Plan plan, ComponentResource component, Provider provider) {
  private static final String BETWEEN = " ";

  static ComponentScope of(Plan plan, ComponentResource component) {
    return new ComponentScope(plan, component, provider(plan, component));
  }

  /**
   * Called after project and region, so that the provider of a place that the site left is there
   * until everything in that place is gone. It was once called after the site alone.
   */
  private static Provider provider(Plan plan, ComponentResource component) {
    String site = plan.place().site();
    return new Provider(
        String.join("-", site, plan.project(), plan.region()),
        ProviderArgs.builder().project(plan.project()).region(plan.region()).build(),
        CustomResourceOptions.builder()
            .parent(component)
            .aliases(Alias.builder().name(site).build())
            .build());
  }

  /** For what lies in the site's region, whatever network it has. */
  CustomResourceOptions.Builder ofRegion() {
    return bound(region());
  }

  /**
   * For what lies outside of the site and is only told where the site is: it moves with it in
   * place, for two records of a name can't be there at a time.
   */
  CustomResourceOptions.Builder ofRecord() {
    return CustomResourceOptions.builder()
        .parent(component)
        .provider(provider)
        .deleteBeforeReplace(true);
  }

  /** For what is a part of the site's network, wherever the site's own things lie. */
  CustomResourceOptions.Builder ofNetwork() {
    return bound(
        plan.network().fold(created -> region() + BETWEEN + made(created), Network.Existing::link));
  }

  /** For what lies in the site's region and is a part of its network. */
  CustomResourceOptions.Builder ofRegionAndNetwork() {
    return bound(
        plan.network()
            .fold(
                created -> region() + BETWEEN + made(created),
                existing -> region() + BETWEEN + existing.link()));
  }

  /**
   * The provider gets a network its unique local addresses only when it makes it
   * (https://github.com/hashicorp/terraform-provider-google/issues/17244), and Google changes no
   * subnet's access: so a network that gets or loses IPv6, or that is to be reached from elsewhere,
   * is another one.
   */
  private static String made(Network.Created network) {
    return network.ranges() + network.connectorAccess().map(access -> BETWEEN + access).orElse("");
  }

  private String region() {
    return plan.project() + BETWEEN + plan.region();
  }

  private CustomResourceOptions.Builder bound(String bond) {
    return CustomResourceOptions.builder()
        .parent(component)
        .provider(provider)
        .replacementTrigger(Output.of(bond));
  }
}
