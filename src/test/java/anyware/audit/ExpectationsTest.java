package anyware.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.net.MalformedException;
import anyware.net.Port;
import anyware.problem.Problem;
import anyware.settings.Endpoint;
import anyware.settings.Expectation;
import anyware.settings.Expectation.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationsTest {
  private static List<Problem> problems(
      State state, String from, String to, String port, Optional<String> site) {
    try {
      Expectation expectation =
          new Expectation(
              "expect." + state.slug() + "[0]",
              state,
              Endpoint.parse(from),
              Endpoint.parse(to),
              Port.parse(port),
              site);
      return Expectations.problems(List.of(expectation), List.of(AuditedSites.faithful("minimal")));
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, 198.51.100.0/24, connector, 4172/udp",
    "OPEN, connector, workstation, 60443/tcp",
    "OPEN, connector, 10.9.0.10, 636/tcp",
    "CLOSED, 0.0.0.0/0, workstation, 60443/tcp",
    "CLOSED, ::/0, workstation, icmpv6",
    "CLOSED, workstation, connector, 4172/udp"
  })
  void whatIsSoIsNoProblem(State state, String from, String to, String port) {
    assertThat(problems(state, from, to, port, Optional.empty())).isEmpty();
    assertThat(problems(state, from, to, port, Optional.of("virginia"))).isEmpty();
  }

  @Test
  void somethingClosedThatMustBeOpenSaysWhoStopsIt() {
    assertThat(problems(State.OPEN, "198.51.100.0/23", "connector", "4172/udp", Optional.empty()))
        .singleElement()
        .asString()
        .startsWith(
            "expect.open[0]: found closed at virginia: 4172/udp from 198.51.101.0/24 to connector")
        .contains(", decided into the connector by no flow; allowed: open; ");
  }

  @Test
  void somethingOpenThatMustBeClosedSaysWhatOpensIt() {
    assertThat(problems(State.CLOSED, "0.0.0.0/0", "connector", "4172/udp", Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("expect.closed[0]: found open at virginia: 4172/udp from 198.51.100.0/24 to")
        .contains("into the connector by clients-to-connector-pcoip-udp; allowed: closed; ");
  }

  @Test
  void anExpectationAboutNobodyIsAProblem() {
    assertThat(
            problems(
                State.CLOSED, "0.0.0.0/0", "license-server", "7070/tcp", Optional.of("virginia")))
        .singleElement()
        .asString()
        .contains("7070/tcp from 0.0.0.0/0 to license-server, whose roles are not at virginia");
  }

  @Test
  void anExpectationIsHeldAgainstItsOwnSiteOnly() {
    assertThat(problems(State.OPEN, "203.0.113.99", "connector", "4172/udp", Optional.of("iowa")))
        .singleElement()
        .asString()
        .contains("not at iowa");
  }
}
