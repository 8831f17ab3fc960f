package anyware.settings;

import anyware.cloud.Log;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What holds of all sites where settings say nothing: {@code profile}. */
enum Profile {
  /** What is needed to run. */
  STANDARD(false),
  /** What security reviews ask for: everything is logged and protected from deletion. */
  HARDENED(true);

  private final boolean isHardened;

  Profile(boolean isHardened) {
    this.isHardened = isHardened;
  }

  /** The words in the settings. */
  static Map<String, Profile> words() {
    Map<String, Profile> words = new LinkedHashMap<>();
    for (Profile profile : values()) {
      words.put(profile.word(), profile);
    }
    return words;
  }

  /** The word in the settings. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether networks, balancers and addresses are protected from deletion. */
  boolean protects() {
    return isHardened;
  }

  /** The log of each kind that is written. */
  Optional<Log> logs() {
    return isHardened ? Optional.of(new Log(Optional.empty())) : Optional.empty();
  }
}
