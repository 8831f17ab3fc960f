package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.net.AddressRange;
import anyware.net.Cidr;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressClassesTest {
  private static List<String> classes(String... prefixes) {
    List<Cidr> cidrs = List.of(prefixes).stream().map(Cidr::of).toList();
    return AddressClasses.of(cidrs).stream().map(AddressRange::toString).toList();
  }

  @Test
  void withoutPrefixesEachFamilyIsOneClass() {
    assertThat(classes()).containsExactly("0.0.0.0/0", "::/0");
  }

  @Test
  void aPrefixThatIsEverythingSplitsNothing() {
    assertThat(classes("0.0.0.0/0", "::/0")).containsExactly("0.0.0.0/0", "::/0");
  }

  @Test
  void prefixesSplitTheirFamilyInAnyOrderAndHoweverOften() {
    assertThat(classes("128.0.0.0/2", "0.0.0.0/2", "128.0.0.0/2"))
        .containsExactly("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2", "::/0");
  }

  @Test
  void aPrefixWithinAnotherSplitsIt() {
    assertThat(classes("64.0.0.0/2", "64.0.0.0/3"))
        .containsExactly("0.0.0.0/2", "64.0.0.0/3", "96.0.0.0/3", "128.0.0.0/1", "::/0");
  }

  @Test
  void theLastAddressOfAFamilyEndsAClass() {
    assertThat(classes("255.255.255.255/32", "8000::/1"))
        .containsExactly("0.0.0.0-255.255.255.254", "255.255.255.255", "::/1", "8000::/1");
  }
}
