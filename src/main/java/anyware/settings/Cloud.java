package anyware.settings;

import java.util.Locale;

/** The clouds that a site can be in. */
public enum Cloud {
  /** Amazon Web Services. */
  AWS,
  /** Microsoft Azure. */
  AZURE,
  /** Google Cloud. */
  GCP;

  /** The name in the settings and outputs. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
