package anyware.settings;

import anyware.net.Cidr;
import anyware.problem.Printable;
import anyware.settings.SiteReader.Draft;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code sites}. */
final class SitesReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,18}[a-z0-9]");
  private static final String NAME_FORM =
      "a site name of 2 to 20 lower-case letters, digits and hyphens, a letter first, no hyphen"
          + " last";
  private static final String ALLOWED = "a structure with one site at least";

  private final SiteReader siteReader;
  private final List<Draft> drafts = new ArrayList<>();

  /** The addresses of networks that are made, and those of all networks. */
  private final TakenNetworks created = new TakenNetworks();

  private final TakenNetworks known = new TakenNetworks();

  private SitesReader(SiteReader siteReader) {
    this.siteReader = siteReader;
  }

  /** The sites, sorted by name, as far as they could be read. */
  static Optional<List<Draft>> read(Node node, SiteReader siteReader) {
    if (node.isRecorded()) {
      node.expects(SettingForms.sites(NAME));
    }
    Optional<JsonObject> sites = node.structure();
    if (sites.isEmpty()) {
      return node.refuseType(ALLOWED, "");
    }
    if (sites.get().size() == 0) {
      return node.report("no site", ALLOWED, "");
    }
    SitesReader reader = new SitesReader(siteReader);
    new TreeMap<>(sites.get().asMap())
        .forEach((name, value) -> reader.read(name, node.child(name, value)));
    return Optional.of(reader.drafts);
  }

  private void read(String name, Node site) {
    if (!NAME.matcher(name).matches()) {
      site.report("this name", NAME_FORM, "");
    }
    siteReader.read(name, site).ifPresent(draft -> addApart(draft, site));
  }

  /**
   * Adds the site after comparing its network with those of the sites before it. Networks that are
   * there may share addresses with each other: two sites can be in one of them.
   */
  private void addApart(Draft draft, Node node) {
    TakenNetworks others = draft.createsNetwork() ? known : created;
    for (Cidr range : draft.ranges()) {
      if (others.overlaps(range)) {
        reportOverlap(draft, range, node);
      }
    }
    draft.ranges().forEach(known::add);
    if (draft.createsNetwork()) {
      draft.ranges().forEach(created::add);
    }
    drafts.add(draft);
  }

  private void reportOverlap(Draft draft, Cidr range, Node node) {
    Node network = node.child("network");
    Node place = draft.createsNetwork() ? network.child("cidr") : network.child("existing");
    for (Draft earlier : node.problems().isFull() ? List.<Draft>of() : drafts) {
      boolean mayNotShare = draft.createsNetwork() || earlier.createsNetwork();
      if (mayNotShare && earlier.ranges().stream().anyMatch(range::overlaps)) {
        place.report(
            node.isSecret() ? "a secret" : range.toString(),
            "addresses that no other site has",
            "it overlaps with the network of site " + Printable.text(earlier.name()));
      }
    }
  }
}
