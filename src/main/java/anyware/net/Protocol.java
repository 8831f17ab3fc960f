package anyware.net;

import java.util.Locale;

/** The transport protocols of the port table. Neither stands for "any protocol". */
public enum Protocol {
  /** Transmission Control Protocol. */
  TCP,
  /** User Datagram Protocol. */
  UDP;

  /** The name in lower case, as AWS and Google Cloud write it and as identities use it. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
