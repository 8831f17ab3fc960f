package anyware.aws;

import anyware.net.Cidr;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.Utilities;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the resources of a site have in common: parent, provider, tags, and what they are bound to,
 * so that they are replaced as a whole, the new ones before the old ones, when that changes.
 */
final class ComponentScope {
  private static final String NAME_TAG = "Name";
  private static final String VERSION = Utilities.getVersion();

  private final Resource parent;
  private final Plan plan;
  private final Provider provider;

  /**
   * Registers the site's provider, which is named after the region, so that the old one lives until
   * the last of its resources is gone.
   *
   * @param parent the site's component
   * @param plan the site's plan
   */
  ComponentScope(Resource parent, Plan plan) {
    this.parent = parent;
    this.plan = plan;
    String site = plan.place().site();
    var args = ProviderArgs.builder().region(plan.region()).build();
    var options = CustomResourceOptions.builder().parent(parent);
    options.aliases(Alias.builder().name(site).build());
    this.provider = new Provider(site + "." + plan.region(), args, options.build());
  }

  Provider provider() {
    return provider;
  }

  /**
   * The tags of a resource: its logical name as what AWS's console shows, unless the settings say
   * another.
   *
   * @param name the logical name
   */
  Map<String, String> tags(String name) {
    Map<String, String> tags = new TreeMap<>(plan.place().tags());
    tags.putIfAbsent(NAME_TAG, name);
    return tags;
  }

  /** The options of what stays wherever the site goes. */
  CustomResourceOptions.Builder anywhere() {
    return CustomResourceOptions.builder().parent(parent).provider(provider);
  }

  /**
   * The options of what stays when the site's network is another one.
   *
   * @param after what must be there before and go later
   */
  CustomResourceOptions.Builder inRegion(Resource... after) {
    return bound(plan.region(), after);
  }

  /**
   * The options of what is bound to the site's network.
   *
   * @param after what must be there before and go later
   */
  CustomResourceOptions.Builder inNetwork(Resource... after) {
    return bound(network(), after);
  }

  /**
   * The options of what is bound to the site's network and to more.
   *
   * @param more what else has it replaced when it changes; may be nothing
   */
  CustomResourceOptions.Builder inNetworkWith(String more) {
    return bound(more.isEmpty() ? network() : network() + " " + more);
  }

  private String network() {
    String network =
        plan.network()
            .fold(
                created ->
                    created.ranges().stream().map(Cidr::toString).collect(Collectors.joining(" ")),
                ExistingVpc::id);
    return plan.region() + " " + network;
  }

  private CustomResourceOptions.Builder bound(String trigger, Resource... after) {
    var options = anywhere();
    options.replacementTrigger(Output.of(trigger));
    return options.dependsOn(after);
  }

  /**
   * Registers a resource of which nothing but its id is read. The provider's own classes prepare,
   * convert and register every output that a type has, which is most of what a registration costs;
   * the engine sees the same request.
   *
   * @param type one of {@link ResourceTypes}
   * @param name its logical name
   * @param args what is asked for
   * @param options how the site's resources are kept
   */
  CustomResource register(
      String type, String name, ResourceArgs args, CustomResourceOptions.Builder options) {
    return new CustomResource(type, name, args, options.version(VERSION).build());
  }

  /**
   * Registers a resource of which more is read.
   *
   * @param type one of {@link ResourceTypes}
   * @param name its logical name
   * @param args what is asked for
   * @param options how the site's resources are kept
   */
  ComponentMade registerWithOutputs(
      String type, String name, ResourceArgs args, CustomResourceOptions.Builder options) {
    return new ComponentMade(type, name, args, options.version(VERSION).build());
  }

  /** Whether networks, balancers and addresses are protected from deletion. */
  boolean protects() {
    return plan.protect();
  }
}
