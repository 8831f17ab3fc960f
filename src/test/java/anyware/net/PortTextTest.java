package anyware.net;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.net.PortText.Ports;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTextTest {
  private static Ports one(String protocol, int first, int last) {
    return new Ports(protocol, new PortRange(first, last));
  }

  @Test
  void portsOfTheSameProtocolsStandTogether() {
    assertThat(
            PortText.of(
                List.of(
                    one("udp", 4172, 4172),
                    one("tcp", 443, 443),
                    one("tcp", 4172, 4172),
                    one("tcp", 80, 80))))
        .isEqualTo("80, 443 tcp, 4172 tcp+udp");
  }

  @Test
  void rangesThatTouchOrOverlapAreOne() {
    assertThat(PortText.of(List.of(one("tcp", 10, 19), one("tcp", 20, 30), one("tcp", 25, 40))))
        .isEqualTo("10-40 tcp");
    assertThat(PortText.of(List.of(one("tcp", 10, 19), one("tcp", 21, 30))))
        .isEqualTo("10-19, 21-30 tcp");
  }

  @Test
  void aProtocolAsAWholeHasNoPorts() {
    assertThat(PortText.of(List.of(one("tcp", 0, 7069), one("tcp", 7070, 65535)))).isEqualTo("tcp");
    assertThat(PortText.of(List.of())).isEmpty();
  }
}
