package anyware.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.sandbox.aws.Quotas;
import anyware.sandbox.engine.Fault;
import anyware.sandbox.engine.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment may say of the offline clouds. */
final class EnvironmentTest {
  @Test
  void saysNothingByDefault() {
    assertThat(Environment.of(Map.of("PATH", "/bin")))
        .isEqualTo(new Environment(Duration.ZERO, new Quotas(60, 5), List.of()));
  }

  @Test
  void setsEachOnItsOwn() {
    assertThat(
            Environment.of(
                Map.of(
                    "SANDBOX_DELAY", "250",
                    "SANDBOX_AWS_RULES_PER_GROUP", "1000",
                    "SANDBOX_AWS_ADDRESSES", "0")))
        .isEqualTo(new Environment(Duration.ofMillis(250), new Quotas(1000, 0), List.of()));
  }

  @Test
  void readsWhatIsToGoWrong() {
    assertThat(
            Environment.of(
                    Map.of("SANDBOX_FAULTS", " die create 2 aws:ec2/vpc:Vpc;throttle  read 1 *; "))
                .faults())
        .containsExactly(
            new Fault(Fault.Kind.DIE, Faults.Verb.CREATE, 2, "aws:ec2/vpc:Vpc"),
            new Fault(Fault.Kind.THROTTLE, Faults.Verb.READ, 1, "*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"die", "die create 0 *", "kill create 1 *", "die read 1 *", "late read 1 *"})
  void saysWhichFaultsThereAre(String wrong) {
    assertThatThrownBy(() -> Environment.of(Map.of("SANDBOX_FAULTS", wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SANDBOX_FAULTS: found " + wrong + "; allowed: refuse, throttle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SANDBOX_DELAY | 3600001 | milliseconds from 0 to 3600000",
        "SANDBOX_DELAY | 1s | milliseconds from 0 to 3600000",
        "SANDBOX_AWS_RULES_PER_GROUP | 0 | rules from 1 to 1000",
        "SANDBOX_AWS_RULES_PER_GROUP | 1001 | rules from 1 to 1000",
        "SANDBOX_AWS_RULES_PER_GROUP | 99999999999 | rules from 1 to 1000",
        "SANDBOX_AWS_ADDRESSES | 763 | Elastic IPs from 0 to 762",
        "SANDBOX_AWS_ADDRESSES | -1 | Elastic IPs from 0 to 762",
      })
  void saysWhatIsAllowedInstead(String name, String value, String allowed) {
    assertThatThrownBy(() -> Environment.of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + ": found " + value + "; allowed: " + allowed);
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(
            () -> Environment.of(Map.of("SANDBOX_DELAY", "x", "SANDBOX_AWS_ADDRESSES", "many")))
        .hasMessageContaining("SANDBOX_DELAY: found x")
        .hasMessageContaining("\nSANDBOX_AWS_ADDRESSES: found many");
  }
}
