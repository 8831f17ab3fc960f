package anyware.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {
  @ParameterizedTest
  @ValueSource(strings = {"1/tcp", "4172/udp", "65535/sctp", "icmp", "icmpv6", "esp", "ah"})
  void whatIsReadIsPrintedAlike(String text) throws MalformedException {
    assertThat(Port.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "4172, 'add the protocol, /tcp or /udp'",
    "4172/UDP, did you mean 4172/udp?",
    "udp/4172, did you mean 4172/udp?",
    "UDP:4172, did you mean 4172/udp?",
    "ICMP, did you mean icmp?",
    "0/tcp, ''",
    "065/tcp, ''",
    "65536/tcp, ''",
    "99999, 'add the protocol, /tcp or /udp'",
    "443/icmp, ''",
    "443/, ''",
    "'', ''",
    "tcp, ''"
  })
  void whatIsNoneSaysHowToWriteIt(String text, String fix) {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Port.parse(text))
        .satisfies(e -> assertThat(e.fix()).isEqualTo(fix))
        .satisfies(e -> assertThat(e.allowed()).contains("1 to 65535"));
  }
}
