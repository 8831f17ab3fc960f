package anyware.net;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a connection goes: a port of a protocol, or a protocol that has no ports.
 *
 * @param protocol the IP protocol
 * @param number the destination port, 1 to 65535; 0 where the protocol has none
 */
public record Port(IpProtocol protocol, int number) {
  private static final int LAST = 65535;
  private static final List<IpProtocol> WITH_PORTS =
      List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.SCTP);
  private static final List<IpProtocol> WITHOUT_PORTS =
      List.of(IpProtocol.ICMP, IpProtocol.ICMPV6, IpProtocol.ESP, IpProtocol.AH);
  private static final Pattern FORM = Pattern.compile("(?<number>[1-9]\\d{0,4})/(?<protocol>.+)");
  private static final Pattern SWAPPED = Pattern.compile("(?<protocol>\\w+)[/: ](?<number>\\d+)");
  private static final String ALLOWED =
      "a port from 1 to 65535 with its protocol, such as 8080/tcp, or icmp";

  /**
   * @throws IllegalArgumentException when the protocol has ports and the number is none, or the
   *     other way round
   */
  public Port {
    boolean inOrder = protocol.hasPorts() ? number >= 1 && number <= LAST : number == 0;
    if (!inOrder) {
      throw new IllegalArgumentException("port " + number + " of " + protocol);
    }
  }

  /**
   * Reads {@code number/protocol}, such as {@code 8080/tcp}, or the name of a protocol without
   * ports.
   *
   * @throws MalformedException when the text is neither
   */
  public static Port parse(String text) throws MalformedException {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int number = Integer.parseInt(form.group("number"));
      for (IpProtocol protocol : WITH_PORTS) {
        if (protocol.toString().equals(form.group("protocol")) && number <= LAST) {
          return new Port(protocol, number);
        }
      }
    }
    for (IpProtocol protocol : WITHOUT_PORTS) {
      if (protocol.toString().equals(text)) {
        return new Port(protocol, 0);
      }
    }
    throw new MalformedException(ALLOWED, fix(text));
  }

  private static String fix(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher swapped = SWAPPED.matcher(lower);
    String repaired =
        swapped.matches() ? swapped.group("number") + "/" + swapped.group("protocol") : lower;
    if (text.matches("[1-9]\\d{0,4}")) {
      return "add the protocol, /tcp or /udp";
    }
    if (repaired.equals(text)) {
      return "";
    }
    try {
      return "did you mean " + parse(repaired) + "?";
    } catch (MalformedException e) {
      return "";
    }
  }

  /** {@code 8080/tcp}, or the protocol alone where it has no ports. */
  @Override
  public String toString() {
    return protocol.hasPorts() ? number + "/" + protocol : protocol.toString();
  }
}
