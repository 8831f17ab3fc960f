package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.with;
import static anyware.sandbox.aws.ManagedPrefixListCases.entries;
import static anyware.sandbox.aws.ValidInputs.entry;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What managed prefix lists look like, how they change and when they stay. */
final class ManagedPrefixListsTest {
  private static final String LIST = ManagedPrefixLists.PREFIX_LIST;

  @TempDir Path folder;
  private CloudFixture cloud;
  private StoredResource list;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
    list = cloud.make("clients", LIST, ValidInputs.PREFIX_LIST);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private StoredResource change(Object... changes) {
    list = cloud.rig.update(list, with(ValidInputs.PREFIX_LIST, changes));
    return list;
  }

  private static long version(StoredResource list) {
    return list.outputs().whole("version").orElseThrow();
  }

  @Test
  void listsLookLikeAws() {
    assertThat(list.id()).matches("pl-0[0-9a-f]{16}");
    assertThat(list.outputs().text("arn"))
        .hasValue("arn:aws:ec2:us-east-1:123456789012:prefix-list/" + list.id());
    assertThat(list.outputs().text("ownerId")).hasValue("123456789012");
    assertThat(list.outputs().text("name").orElseThrow()).matches("clients-[0-9a-f]{7}");
    assertThat(version(list)).isEqualTo(1);
  }

  @Test
  void entriesChangeInPlaceAndMakeAVersion() {
    List<Map<String, String>> others =
        List.of(entry("203.0.113.0/24", "office"), entry("198.51.100.7/32", "home"));
    assertThat(cloud.rig.diff(list, with(ValidInputs.PREFIX_LIST, "entries", others)))
        .isNotEmpty()
        .noneMatch(change -> change.contains("replace"));
    assertThat(version(change("entries", others))).isEqualTo(2);
    assertThat(list.outputs().objects("entries")).hasSize(2);
    assertThat(version(change("entries", List.of()))).isEqualTo(3);
  }

  @Test
  void orderSizeNameAndTagsMakeNoVersion() {
    assertThat(
            version(
                change(
                    "entries",
                    List.of(entry("198.51.100.7/32", "home"), entry("192.0.2.0/24", "office")))))
        .isEqualTo(1);
    assertThat(cloud.rig.diff(list, with(ValidInputs.PREFIX_LIST, "maxEntries", 4)))
        .containsExactly("UPDATE maxEntries");
    assertThat(version(change("maxEntries", 4))).isEqualTo(1);
    assertThat(version(change("name", "other"))).isEqualTo(1);
    assertThat(version(change("tags", Map.of("a", "b")))).isEqualTo(1);
  }

  @Test
  void aDescriptionChangesInTwoCalls() {
    assertThat(
            version(
                change(
                    "entries",
                    List.of(entry("192.0.2.0/24", "branch"), entry("203.0.113.0/24", "new")))))
        .isEqualTo(3);
  }

  @Test
  void entriesThatTheProgramLeavesOutStay() {
    change("entries", CloudFixture.NONE);
    assertThat(list.outputs().objects("entries")).hasSize(2);
    assertThat(version(list)).isEqualTo(1);
  }

  @Test
  void sizeAndEntriesChangeTogether() {
    assertThat(version(change("maxEntries", 10, "entries", entries(10)))).isEqualTo(2);
    assertThat(version(change("maxEntries", 1, "entries", entries(1)))).isEqualTo(3);
    assertThat(
            cloud.rig.updateRefusals(
                list, with(ValidInputs.PREFIX_LIST, "maxEntries", 1, "entries", entries(2))))
        .singleElement()
        .asString()
        .startsWith("entries: PrefixListMaxEntriesExceeded");
  }

  @Test
  void oneCallAddsOrRemovesAHundredEntries() {
    change("maxEntries", 200, "entries", entries(100));
    Map<String, Object> all =
        with(ValidInputs.PREFIX_LIST, "maxEntries", 200, "entries", entries(200));
    list = cloud.rig.update(list, all);
    assertThat(list.outputs().objects("entries")).hasSize(200);
    String tooMany =
        "entries: InvalidParameterValue: Request cannot contain more than 100 entry additions or"
            + " removals.";
    assertThat(
            cloud.rig.updateRefusals(
                list, with(ValidInputs.PREFIX_LIST, "maxEntries", 200, "entries", entries(99))))
        .containsExactly(tooMany);
  }

  @Test
  void listsStayWhileARuleNamesThem() {
    StoredResource rule =
        cloud.make(
            "in",
            SecurityGroupRules.INGRESS,
            with(ValidInputs.RULE, "cidrIpv4", CloudFixture.NONE, "prefixListId", "$clients"));
    assertThat(cloud.rig.deleteRefusals(list))
        .containsExactly(
            ("waiting for EC2 Managed Prefix List (%s) delete: unexpected state 'delete-failed',"
                    + " wanted target ''. last error: The prefix list is in use by %s")
                .formatted(list.id(), rule.id()));
    cloud.rig.delete(rule);
    assertThat(cloud.rig.deleteRefusals(list)).isEmpty();
  }

  @Test
  void listsStayWhileAGroupNamesThemInside() {
    StoredResource group =
        cloud.make(
            "inline",
            SecurityGroups.SECURITY_GROUP,
            with(
                ValidInputs.SECURITY_GROUP,
                "egress",
                List.of(
                    with(
                        ValidInputs.INLINE_RULE,
                        "cidrBlocks",
                        CloudFixture.NONE,
                        "prefixListIds",
                        List.of("$clients")))));
    assertThat(cloud.rig.deleteRefusals(list)).singleElement().asString().contains(group.id());
    cloud.rig.delete(group);
    assertThat(cloud.rig.deleteRefusals(list)).isEmpty();
  }

  @Test
  void aRegionHasAHundredLists() {
    String wanted = "PrefixListLimitExceeded: The maximum number of prefix lists has been reached.";
    // The fixture's own and this test's are two.
    for (int i = 2; i < 100; i++) {
      assertThat(cloud.rig.upRefusals(LIST, "list" + i, ValidInputs.PREFIX_LIST)).isEmpty();
    }
    assertThat(cloud.rig.upRefusals(LIST, "more", ValidInputs.PREFIX_LIST)).containsExactly(wanted);
    Rig ireland = cloud.rig.with(Map.of("region", "eu-west-1"));
    assertThat(ireland.upRefusals(LIST, "more", ValidInputs.PREFIX_LIST)).isEmpty();
    change("maxEntries", 4);
  }

  @Test
  void updateOfAListThatIsGoneIsRefused() {
    cloud.rig.delete(list);
    assertThat(cloud.rig.updateRefusals(list, ValidInputs.PREFIX_LIST))
        .containsExactly(
            "InvalidPrefixListID.NotFound: The prefix list ID '%s' does not exist"
                .formatted(list.id()));
  }
}
