package anyware.state;

import java.util.Locale;

/**
 * What a state knows of beside what the settings ask for: it may be in the cloud, with whatever it
 * lets pass.
 *
 * @param resource the resource's logical name
 * @param type its type, such as {@code aws:ec2/securityGroup:SecurityGroup}
 * @param kind why it is left
 */
public record Remnant(String resource, String type, Kind kind) {
  /** Why something is left. */
  public enum Kind {
    /**
     * Replaced or removed and not deleted yet; the engine deletes it with the next update
     * (https://www.pulumi.com/docs/iac/concepts/state-and-backends/).
     */
    TO_BE_DELETED("an update put it out of use and has not deleted it yet: run up"),
    /**
     * To be replaced, deleted for that, and not made again
     * (https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go).
     */
    TO_BE_MADE_AGAIN("an update deleted it and has not made what replaces it: run up"),
    /**
     * A run was cut off while the cloud worked on it, and the state does not know the outcome
     * (https://www.pulumi.com/docs/support/troubleshooting/common-issues/interrupted-updates/).
     */
    IN_FLIGHT("a run was cut off while the cloud worked on it: run refresh, then up"),
    /**
     * Its own option {@code retainOnDelete} leaves it in the cloud
     * (https://www.pulumi.com/docs/iac/concepts/options/retainondelete/).
     */
    TO_BE_FORGOTTEN("the update only forgets it and leaves it in the cloud: delete it there"),
    /** It belongs to a site that the settings do not have. */
    SITE_WITHOUT_SETTINGS("its site is not in the settings: run up, which removes it"),
    /** It belongs to no site. */
    FOREIGN("no site's settings ask for it, so what it lets pass is not judged");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The reason, for programs: lower-case words with hyphens. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason and what to do, for a person. */
    public String words() {
      return words;
    }
  }

  static Remnant of(StateResource resource, Kind kind) {
    return new Remnant(resource.name(), resource.type(), kind);
  }

  @Override
  public String toString() {
    return resource + " (" + type + "): " + kind.words();
  }
}
