package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.plan.Place;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every run gives a site the same addresses, and hardly another site has them. */
class UniqueLocalAddressesTest {
  private static UniqueLocalAddresses of(String stack, String site) {
    return UniqueLocalAddresses.of(Place.of(stack, site, new TreeMap<>()));
  }

  /** The first ten digits of {@code printf SITE/STACK | sha256sum}. */
  @ParameterizedTest
  @CsvSource({
    "test, dublin, fde0:a42e:aca0::/48",
    "prod, dublin, fdcd:45bb:549a::/48",
    "test, london, fd0d:5001:87d0::/48"
  })
  void theNamesOfStackAndSiteGiveTheFortyBits(String stack, String site, String expected) {
    assertThat(of(stack, site).network()).isEqualTo(Cidr.of(expected));
  }

  @Test
  void stackAndSiteAreNotMixedUp() {
    assertThat(of("b", "a-b")).isNotEqualTo(of("b-b", "a"));
    assertThat(of("b", "a")).isNotEqualTo(of("a", "b"));
  }

  @Test
  void eachRoleButTheGatewayHasAPrefixOf64BitsOfItsOwn() {
    UniqueLocalAddresses addresses = of("test", "dublin");

    assertThat(Stream.of(Role.values()).flatMap(role -> addresses.of(role).stream()))
        .containsExactlyInAnyOrder(
            Cidr.of("fde0:a42e:aca0::/64"),
            Cidr.of("fde0:a42e:aca0:1::/64"),
            Cidr.of("fde0:a42e:aca0:4::/64"))
        .allSatisfy(range -> assertThat(addresses.network().contains(range)).isTrue());
    assertThat(addresses.of(Role.BALANCER)).isEmpty();
  }
}
