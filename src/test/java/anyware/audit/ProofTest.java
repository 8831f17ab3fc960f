package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.IpProtocol;
import anyware.net.Port;
import anyware.settings.Endpoint;
import anyware.settings.Expectation;
import anyware.settings.Expectation.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final Perimeter FAITHFUL = Perimeters.faithful("minimal");
  private static final Perimeter WRONG =
      Perimeters.of(Perimeters.options("minimal"), Perimeters.options("default-peers"));

  private static Expectation closedTo(Role role) {
    return new Expectation(
        "expect.closed[0]",
        State.CLOSED,
        new Endpoint.At(Cidr.of("198.51.100.7")),
        new Endpoint.OfRole(role),
        new Port(IpProtocol.UDP, 4172),
        Optional.empty());
  }

  @Test
  void aFaithfulStackHasNothingToSay() {
    Proof proof = Proof.of(List.of(FAITHFUL), List.of(closedTo(Role.WORKSTATION)));

    assertThat(proof.holds()).isTrue();
    assertThat(proof.lines(20)).isEmpty();
  }

  @Test
  void linesAreTheWorstFirstAndTheRestIsCounted() {
    Proof proof = Proof.of(List.of(FAITHFUL, WRONG), List.of(closedTo(Role.CONNECTOR)));
    int all = proof.disagreements().size() + proof.unmet().size();

    assertThat(proof.holds()).isFalse();
    assertThat(proof.lines(all)).hasSize(all);
    assertThat(proof.lines(2)).hasSize(3).first().asString().contains("is open to the internet");
    assertThat(proof.lines(2).get(2)).isEqualTo("and " + (all - 2) + " more");
  }

  @Test
  void someSitesAreNotHeldToExpectationsAboutOthers() {
    List<Expectation> expectations = List.of(closedTo(Role.LICENSE_SERVER));

    assertThat(Proof.of(List.of(FAITHFUL), expectations).holds()).isFalse();
    assertThat(Proof.ofSome(List.of(FAITHFUL), expectations).holds()).isTrue();
  }

  @Test
  void rolesWhoseFirewallIsNotKnownAreLeftAside() {
    Perimeter partly =
        new Perimeter(
            WRONG.place(),
            WRONG.policy(),
            WRONG.firewall(),
            WRONG.terrain(),
            Set.of(Role.WORKSTATION));

    assertThat(WRONG.findings()).isNotEmpty();
    assertThat(partly.findings()).isEmpty();
  }
}
