package anyware.cloud;

import java.util.Optional;

/**
 * What settings can say of one kind of log.
 *
 * @param ownPlace whether the log can go to a place of the cloud's, or one that is made, so that
 *     {@code true} says enough
 * @param destination how places are spelt that are there; absent where none can be named
 */
public record LogForm(boolean ownPlace, Optional<TextForm> destination) {

  /** What can be said, after "allowed:". */
  public String rule() {
    String places = destination.map(TextForm::rule).orElse("");
    return (ownPlace ? "true or false" : "false") + (places.isEmpty() ? "" : ", or " + places);
  }
}
