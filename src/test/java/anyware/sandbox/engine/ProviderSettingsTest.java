package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.gcp.Gcp;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider's configuration: what is kept, forgotten and refused. */
final class ProviderSettingsTest {
  private static final Map<String, String> GOOD =
      Map.of("project", "acme-prod", "region", "us-east4", "version", "7.0.0");

  private static List<Refusal> refusals(Cloud cloud, String key, Object value) {
    return ProviderSettings.refusals(cloud, Props.of(GOOD).with(key, value));
  }

  @Test
  void knownSettingsPass() {
    assertThat(ProviderSettings.refusals(Gcp.cloud(), Props.of(GOOD))).isEmpty();
    assertThat(refusals(Gcp.cloud(), "defaultLabels", "{\"env\":\"prod\"}")).isEmpty();
    assertThat(refusals(Gcp.cloud(), "computeCustomEndpoint", "http://127.0.0.1/")).isEmpty();
  }

  @Test
  void credentialsAreForgotten() {
    Props sent = Props.of(GOOD).with("credentials", "s3cret");
    assertThat(ProviderSettings.refusals(Gcp.cloud(), sent)).isEmpty();
    assertThat(ProviderSettings.declared(Gcp.cloud(), sent).values())
        .doesNotContainKey("credentials");
  }

  @Test
  void unknownSettingsAreRefusedWithoutTheirValue() {
    assertThat(refusals(Gcp.cloud(), "regoin", "s3cret"))
        .singleElement()
        .satisfies(
            refusal ->
                assertThat(refusal.message())
                    .isEqualTo(
                        "could not validate provider configuration: Invalid or unknown key. Check"
                            + " `pulumi config get gcp:regoin`.")
                    .doesNotContain("s3cret"));
  }

  @Test
  void emptySettingsAreRefused() {
    assertThat(refusals(Gcp.cloud(), "region", ""))
        .containsExactly(new Refusal("region", "expected a non-empty string"));
  }

  @Test
  void cloudsThatListNoOtherSettingsForgetThemAll() {
    Cloud open = Cloud.of("toy", List.of(), (name, at) -> name, List.of(), List.of());
    assertThat(refusals(open, "anything", "x")).isEmpty();
    assertThat(refusals(open.forgetting("token"::equals), "anything", "x")).hasSize(3);
  }
}
