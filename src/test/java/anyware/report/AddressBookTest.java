package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Peer;
import anyware.gcp.Gcp;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.policy.Policy;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressBookTest {
  private static final List<Cidr> FIFTY =
      IntStream.range(0, 50).mapToObj(i -> Cidr.of("198.51.100." + 4 * i + "/31")).toList();

  private static Policy policy() {
    return Fixtures.policy(
        Fixtures.minimal(Fixtures.DISTINCT_PEERS.with(Peer.CLIENTS, AddressSet.of(FIFTY))),
        Fixtures.site(Gcp.CLOUD));
  }

  private static String text(List<Cidr> prefixes) {
    return String.join(", ", prefixes.stream().map(Cidr::toString).toList());
  }

  @Test
  void aLongListIsNamedOnce() {
    AddressBook book = new AddressBook(List.of(policy()));
    Cell cell = book.cell(text(FIFTY));
    assertThat(cell.html()).isEqualTo("<a href=\"#addresses-clients\">clients</a>, 50 prefixes");
    assertThat(cell.attributes()).isEqualTo(" data-sets=\"addresses-clients\"");
    assertThat(book.html().split("198.51.100.196/31", -1)).hasSize(2);
  }

  @Test
  void aShortListAndAnotherTextStayAsTheyAre() {
    AddressBook book = new AddressBook(List.of(policy()));
    assertThat(book.cell("10.9.0.10/32, 10.9.0.11/32").html())
        .isEqualTo("10.9.0.10/32, 10.9.0.11/32");
    assertThat(book.cell("AzureLoadBalancer, <x>, y").html())
        .isEqualTo("AzureLoadBalancer, &lt;x&gt;, y");
  }

  /** No address gets lost where a rule has more or less than what has a name. */
  @Test
  void addressesWithoutANameGetOne() {
    AddressBook book = new AddressBook(List.of(policy()));
    String more = text(FIFTY) + ", 192.0.2.200/32, 192.0.2.202/32";
    assertThat(book.cell(more).html())
        .contains(">clients</a> + <a href=\"#addresses-further-addresses\">")
        .endsWith(", 52 prefixes");
    assertThat(book.cell(text(FIFTY.subList(0, 49))).html())
        .doesNotContain(">clients<")
        .endsWith(", 49 prefixes");
    assertThat(book.html()).contains("<code>192.0.2.202/32</code>");
    assertThat(book.entries().stream().map(AddressBook.Entry::id)).doesNotHaveDuplicates();
  }
}
