package anyware.azure;

import anyware.catalogue.Role;
import anyware.plan.Place;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roles behind application security groups that the engine knows.
 *
 * @param place the site
 * @param own the role whose network security group names them
 * @param resources the application security groups
 */
record StateGroups(Place place, Role own, List<StateResource> resources)
    implements RuleReader.Groups {

  /**
   * A group that is yet to be created has no id. The rule is then one that the program asks for,
   * and its name says between which roles it is.
   */
  @Override
  public RuleEnd members(String id, String rule, boolean isOwn) {
    if (!id.equals(StateResource.UNKNOWN)) {
      return created(id)
          .<RuleEnd>map(RuleEnd.Group::new)
          .orElseGet(() -> new RuleEnd.UnknownGroup(id));
    }
    if (isOwn) {
      return new RuleEnd.Group(own);
    }
    return Stream.of(Role.values())
        .filter(other -> isBetween(rule, other, own) || isBetween(rule, own, other))
        .findFirst()
        .<RuleEnd>map(RuleEnd.Group::new)
        .orElseGet(() -> new RuleEnd.UnknownGroup("not created yet"));
  }

  private Optional<Role> created(String id) {
    return Stream.of(Role.values())
        .filter(
            role ->
                resources.stream()
                    .filter(group -> group.name().equals(SiteNames.of(place, role.slug())))
                    .anyMatch(group -> group.id().filter(id::equalsIgnoreCase).isPresent()))
        .findFirst();
  }

  private static boolean isBetween(String rule, Role from, Role to) {
    return rule.startsWith(from.slug() + "-to-" + to.slug() + "-");
  }
}
