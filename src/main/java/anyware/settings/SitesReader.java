package anyware.settings;

import anyware.cloud.Cloud;
import anyware.net.Cidr;
import anyware.problem.Printable;
import anyware.settings.SiteReader.Draft;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private SitesReader() {}

  /**
   * The sites, sorted by name, as far as they could be read.
   *
   * @param clouds every cloud that a site can be in
   */
  static Optional<List<Draft>> read(Node node, List<? extends Cloud> clouds) {
    Optional<JsonObject> sites = node.structure();
    if (sites.isEmpty()) {
      return node.refuseType(ALLOWED, "");
    }
    if (sites.get().size() == 0) {
      return node.report("no site", ALLOWED, "");
    }
    List<Draft> drafts = new ArrayList<>();
    TakenNetworks territory = new TakenNetworks();
    for (Map.Entry<String, JsonElement> entry : new TreeMap<>(sites.get().asMap()).entrySet()) {
      Node site = node.child(entry.getKey(), entry.getValue());
      if (!NAME.matcher(entry.getKey()).matches()) {
        site.report("this name", NAME_FORM, "");
      }
      SiteReader.read(entry.getKey(), site, clouds)
          .ifPresent(draft -> addApart(drafts, territory, draft, site));
    }
    return Optional.of(drafts);
  }

  /** Adds the site after comparing its network with those of the sites before it. */
  private static void addApart(
      List<Draft> drafts, TakenNetworks territory, Draft draft, Node node) {
    if (draft.network().filter(territory::overlaps).isPresent()) {
      reportOverlaps(drafts, draft, node);
    }
    draft.network().ifPresent(territory::add);
    drafts.add(draft);
  }

  private static void reportOverlaps(List<Draft> drafts, Draft draft, Node node) {
    for (Draft earlier : drafts) {
      Optional<Cidr> taken =
          earlier.network().filter(n -> draft.network().filter(n::overlaps).isPresent());
      if (taken.isPresent()) {
        Node cidr = node.child("network", node.value()).child("cidr", node.value());
        cidr.report(
            node.isSecret() ? "a secret" : draft.network().map(Cidr::toString).orElse(""),
            "addresses that no other site has",
            "it overlaps with the network of site " + Printable.text(earlier.name()));
      }
    }
  }
}
