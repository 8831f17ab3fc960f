package anyware.attach;

import java.util.List;
import java.util.Optional;

/** How machines on one cloud get their role, their address and their place at the balancer. */
public interface Attachment {
  /**
   * The commands of the cloud's own command line for one machine. What the site has no id of is
   * left out.
   *
   * @param role the role that the machine takes at a site
   * @param address the reserved address that it gets; absent where the role has none
   */
  List<Step> steps(SiteRole role, Optional<ReservedAddress> address);

  /**
   * What a program needs once before it makes such machines: imports, or declarations of what only
   * its owner knows.
   *
   * @param tool what runs the program
   * @param role the role that the machines take at a site
   */
  List<String> preamble(SnippetTool tool, SiteRole role);

  /**
   * The part of a program that makes a role's machines with the site's ids, in the tool's language.
   *
   * @param tool what runs the program
   * @param role the role that the machines take at a site
   */
  String snippet(SnippetTool tool, SiteRole role);
}
