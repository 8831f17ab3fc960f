package anyware.cli;

import anyware.Clouds;
import anyware.attach.Attachment;
import anyware.attach.CommandBlock;
import anyware.attach.SiteOutputs;
import anyware.attach.SiteRole;
import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.platform.CloudPlatform;
import anyware.problem.Problem;
import anyware.settings.Site;
import anyware.state.StackState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The roles that machines can take at the sites of a deployed stack.
 *
 * @param project the project of the stack
 * @param roles each role with its cloud, in the sites' and the roles' order
 * @param missing the sites of which nothing is deployed
 */
record DeployedRoles(String project, Map<SiteRole, Attachment> roles, List<String> missing) {

  /**
   * Reads the sites' outputs in a state.
   *
   * @param json what {@code pulumi stack export} prints
   * @param sites the sites, as the settings have them
   * @return nothing when the stack has no outputs of sites
   * @throws UnreadableFileException when the text is something else, or the outputs are not those
   *     of this version; says every problem
   */
  static Optional<DeployedRoles> read(String json, List<Site> sites)
      throws UnreadableFileException {
    StackState state = StackState.ofExport(json);
    List<Problem> problems = new ArrayList<>();
    Optional<JsonPart> deployed = state.outputs(problems).member("sites");
    Map<SiteRole, Attachment> roles = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Site site : sites) {
      Optional<JsonPart> part = deployed.flatMap(all -> all.member(site.name()));
      if (part.isEmpty()) {
        missing.add(site.name());
      }
      part.ifPresent(found -> addRoles(found, site, roles));
    }
    UnreadableFileException.throwIfAny(problems);
    return deployed.map(all -> new DeployedRoles(state.project().orElse(""), roles, missing));
  }

  private static void addRoles(JsonPart part, Site site, Map<SiteRole, Attachment> roles) {
    Optional<SiteOutputs> outputs = SiteOutputs.read(part);
    Optional<CloudPlatform<?>> cloud = outputs.flatMap(DeployedRoles::cloud);
    if (outputs.isPresent() && cloud.isEmpty()) {
      part.member("cloud").ifPresent(name -> name.problem("one of " + slugs()));
    }
    cloud.ifPresent(
        known ->
            outputs.stream()
                .flatMap(found -> SiteRole.all(site, found).stream())
                .forEach(role -> roles.put(role, known.attachment())));
  }

  /** The cloud that a site is on, which need not be the one that its settings now name. */
  private static Optional<CloudPlatform<?>> cloud(SiteOutputs outputs) {
    for (CloudPlatform<?> cloud : Clouds.ALL) {
      if (cloud.slug().equals(outputs.cloud())) {
        return Optional.of(cloud);
      }
    }
    return Optional.empty();
  }

  private static String slugs() {
    return Clouds.ALL.stream().map(CloudPlatform::slug).collect(Collectors.joining(", "));
  }

  /** The same for one role; for all of them where none is given. */
  DeployedRoles only(@Nullable Role role) {
    Map<SiteRole, Attachment> chosen = new LinkedHashMap<>();
    roles.forEach(
        (siteRole, cloud) -> {
          if (role == null || siteRole.role() == role) {
            chosen.put(siteRole, cloud);
          }
        });
    return new DeployedRoles(project, chosen, missing);
  }

  /** What is to be done for the machines, in the roles' order. */
  List<CommandBlock> blocks() {
    List<CommandBlock> blocks = new ArrayList<>();
    roles.forEach((role, cloud) -> blocks.addAll(CommandBlock.of(cloud, role)));
    return blocks;
  }
}
