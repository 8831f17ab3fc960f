package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.aws.Aws;
import anyware.azure.Azure;
import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.cloud.Balancer.Scheme;
import anyware.gcp.Gcp;
import anyware.report.Picture.Placed;
import anyware.report.Picture.Route;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.Fixtures;
import anyware.testing.Layer7;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTest {
  /** A level or upright piece of an edge. */
  private record Piece(int left, int top, int right, int bottom) {
    boolean isIn(Placed box) {
      return left < box.right() && right > box.left() && top < box.bottom() && bottom > box.top();
    }

    boolean covers(Piece other) {
      boolean level = top == bottom && other.top == other.bottom && top == other.top;
      boolean upright = left == right && other.left == other.right && left == other.left;
      return (level && left < other.right && other.left < right)
          || (upright && top < other.bottom && other.top < bottom);
    }
  }

  static Stream<Settings> everyStack() {
    List<Settings> stacks = new ArrayList<>(Fixtures.optionSets().values());
    for (Settings settings : List.copyOf(stacks)) {
      List<Site> sites =
          settings.sites().stream()
              .map(site -> Fixtures.withoutBalancer(site))
              .map(site -> Fixtures.withNetwork(site, site.network(), 0))
              .toList();
      stacks.add(with(settings, sites));
      stacks.add(
          with(
              settings,
              settings.sites().stream()
                  .map(
                      site ->
                          Fixtures.withBalancer(site, Optional.of(Balancer.of(Scheme.INTERNAL))))
                  .toList()));
      stacks.add(
          with(
              settings,
              settings.sites().stream()
                  .filter(site -> !site.cloud().slug().equals("azure"))
                  .map(site -> Layer7.site(site, Scheme.PUBLIC))
                  .toList()));
    }
    return stacks.stream();
  }

  private static Settings with(Settings settings, List<Site> sites) {
    return new Settings(
        settings.options(),
        new TreeMap<>(Map.of()),
        settings.quotas(),
        settings.documents(),
        sites,
        List.of());
  }

  private static Settings options(String name) {
    return Objects.requireNonNull(Fixtures.optionSets().get(name));
  }

  private static List<Piece> pieces(Route edge) {
    List<Piece> pieces = new ArrayList<>();
    int x = 0;
    int y = 0;
    String way = edge.path().substring(0, edge.path().indexOf('m'));
    for (MatchResult step :
        Pattern.compile("([MHV])(-?\\d+)(?: (-?\\d+))?").matcher(way).results().toList()) {
      int first = Integer.parseInt(step.group(2));
      switch (step.group(1)) {
        case "M" -> {
          x = first;
          y = Integer.parseInt(step.group(3));
        }
        case "H" -> {
          pieces.add(new Piece(Math.min(x, first), y, Math.max(x, first), y));
          x = first;
        }
        default -> {
          pieces.add(new Piece(x, Math.min(y, first), x, Math.max(y, first)));
          y = first;
        }
      }
    }
    return pieces;
  }

  @ParameterizedTest
  @MethodSource("everyStack")
  void everyBundleIsAnEdgeThatTouchesNoOtherBox(Settings settings) {
    for (AlikeSites group : Pictures.groups(settings)) {
      Picture picture = new PictureLayout(group).picture();
      assertThat(picture.edges())
          .extracting(Route::bundle)
          .containsExactlyInAnyOrderElementsOf(group.bundles());
      for (Route edge : picture.edges()) {
        for (Piece piece : pieces(edge)) {
          assertThat(picture.boxes())
              .as("%s: %s", edge.bundle().edge(), piece)
              .noneMatch(piece::isIn);
          assertThat(piece.right()).isLessThanOrEqualTo(picture.width());
          assertThat(piece.bottom()).isLessThanOrEqualTo(picture.height());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyStack")
  void noTwoEdgesLieOnOneAnother(Settings settings) {
    for (AlikeSites group : Pictures.groups(settings)) {
      List<Route> edges = new PictureLayout(group).picture().edges();
      for (int i = 0; i < edges.size(); i++) {
        for (Route other : edges.subList(i + 1, edges.size())) {
          List<Piece> pieces = pieces(other);
          assertThat(pieces(edges.get(i)))
              .as(edges.get(i).bundle().edge() + " and " + other.bundle().edge())
              .noneMatch(piece -> pieces.stream().anyMatch(piece::covers));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyStack")
  void boxesStandApart(Settings settings) {
    for (AlikeSites group : Pictures.groups(settings)) {
      List<Placed> boxes = new PictureLayout(group).picture().boxes();
      for (int i = 0; i < boxes.size(); i++) {
        Placed box = boxes.get(i);
        assertThat(boxes.subList(i + 1, boxes.size()))
            .noneMatch(
                other ->
                    other.left() < box.right()
                        && other.right() > box.left()
                        && other.top() < box.bottom()
                        && other.bottom() > box.top());
      }
    }
  }

  @Test
  void sitesThatDoNotDifferAreDrawnOnce() {
    assertThat(Pictures.groups(options("minimal")))
        .extracting(AlikeSites::names)
        .containsExactly("dublin, iowa", "virginia");
  }

  @Test
  void whatDiffersIsMarkedAndWhatIsMissingIsSaid() {
    AlikeSites virginia = Pictures.groups(options("minimal")).get(1);
    assertThat(virginia.bundles().stream().filter(virginia::isOnlyHere).map(Bundle::edge))
        .containsExactlyInAnyOrder("balancer to connector", "clients to connector");
    assertThat(virginia.missing())
        .containsExactly(
            "clients to connector: 443 tcp, 4172 tcp+udp", "health-probes to connector: 443 tcp");
    assertThat(new PictureSvg(virginia).svg()).contains("443 tcp *</text>");
    AlikeSites most = Pictures.groups(options("minimal")).get(0);
    assertThat(most.bundles()).noneMatch(most::isOnlyHere);
    assertThat(most.missing()).isEmpty();
  }

  @Test
  void portsOfTheSameTwoEndsAreOneEdge() {
    assertThat(Pictures.of(options("everything"), "virginia").edges())
        .filteredOn(edge -> edge.bundle().edge().equals("connector to workstation"))
        .extracting(edge -> edge.bundle().traffic())
        .containsExactly("4172 tcp+udp, 60443 tcp");
  }

  @Test
  void zonesAreThoseOfTheSite() {
    Site site = Fixtures.site(Aws.CLOUD);
    assertThat(TrustZone.of(Role.CONNECTOR, site)).isEqualTo(TrustZone.PUBLIC);
    SiteNetwork network = site.network();
    assertThat(
            TrustZone.of(
                Role.CONNECTOR, Fixtures.withNetwork(Fixtures.site(Gcp.CLOUD), network, 0)))
        .isEqualTo(TrustZone.PRIVATE);
    assertThat(
            TrustZone.of(
                Role.BALANCER,
                Fixtures.withBalancer(
                    Fixtures.site(Azure.CLOUD), Optional.of(Balancer.of(Scheme.INTERNAL)))))
        .isEqualTo(TrustZone.PRIVATE);
  }

  @Test
  void everyEdgeIsExplainedAsTheCommandWould() {
    for (AlikeSites group : Pictures.groups(options("everything"))) {
      String html = new Explanations(group).html();
      String svg = new PictureSvg(group).svg();
      String list = new PictureList(group).html();
      for (Bundle bundle : group.bundles()) {
        assertThat(html).contains("id=\"" + group.id(bundle) + "\"");
        assertThat(svg).contains("href=\"#" + group.id(bundle) + "\"");
        assertThat(list).contains("href=\"#" + group.id(bundle) + "\"");
      }
      assertThat(html).doesNotContain(": closed</b>");
    }
    assertThat(new Explanations(Pictures.groups(options("everything")).get(1)).html())
        .contains("<b>4172/udp at virginia: open</b>")
        .contains("into connector: open, by ")
        .contains("policy: open; ");
  }
}
