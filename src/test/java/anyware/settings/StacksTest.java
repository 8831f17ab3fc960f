package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.Clouds;
import anyware.aws.Aws;
import anyware.azure.Azure;
import anyware.catalogue.Peer;
import anyware.gcp.Gcp;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stacks that come with the project. */
class StacksTest {
  private static final Path FOLDER = Path.of("stacks");

  private static Settings stack(String name) {
    return Config.settings(StackFile.read(Clouds.ALL, FOLDER.resolve("Pulumi." + name + ".yaml")));
  }

  @Test
  void everyStackFileIsValid() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
          .hasSizeGreaterThanOrEqualTo(5)
          .allSatisfy(
              file ->
                  assertThat(StackFile.read(Clouds.ALL, file)).isInstanceOf(Reading.Valid.class));
    }
  }

  @Test
  void theDemoHasASiteInEveryCloudAndTheOptions() {
    Settings demo = stack("demo");
    assertThat(demo.sites())
        .extracting(Site::name, Site::cloud, Site::region, site -> site.network().ranges())
        .containsExactly(
            tuple("dublin", Azure.CLOUD, "northeurope", List.of(Cidr.of("10.30.0.0/16"))),
            tuple("iowa", Gcp.CLOUD, "us-central1", List.of(Cidr.of("10.40.0.0/16"))),
            tuple("virginia", Aws.CLOUD, "us-east-1", List.of(Cidr.of("10.20.0.0/16"))));
    assertThat(demo.options().radius()).contains(new Radius(AddressSet.of("10.9.0.20"), 1812));
    assertThat(demo.options().legacyHttp()).isTrue();
    assertThat(demo.options().licenseServer()).contains(new LicenseServer.Hosted(7070));
  }

  @ParameterizedTest
  @CsvSource({"aws-dev, aws", "azure-dev, azure", "gcp-dev, gcp"})
  void theDevelopmentStacksAreMinimal(String name, String cloud) {
    Settings settings = stack(name);
    assertThat(settings.sites()).extracting(site -> site.cloud().slug()).containsExactly(cloud);
    assertThat(settings.options().radius()).isEmpty();
    assertThat(settings.options().licenseServer()).isEmpty();
    assertThat(settings.options().legacyHttp()).isFalse();
    assertThat(settings.options().dnsOverTcp()).isFalse();
    assertThat(settings.tags()).isEmpty();
  }

  @Test
  void theProductionExampleIsRestrictedAndOnChangedPorts() {
    Settings settings = stack("prod-example");
    assertThat(settings.sites()).extracting(Site::cloud).containsExactly(Azure.CLOUD, Aws.CLOUD);
    assertThat(settings.options().peers().of(Peer.CLIENTS).contains(Cidr.of("8.8.8.8").first()))
        .isFalse();
    assertThat(settings.options().radius()).map(Radius::port).isPresent().isNotEqualTo(1812);
    assertThat(settings.options().licenseServer())
        .contains(new LicenseServer.Existing(AddressSet.of("10.9.0.30"), 7443));
    assertThat(settings.tags()).isNotEmpty();
  }
}
