package anyware.sandbox.engine;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Gives nameless resources their automatic names. */
final class AutoNamer {
  private AutoNamer() {}

  /**
   * Names a resource, unless its program does.
   *
   * @param naming how the type names its resources
   * @param urn the resource
   * @param olds its former inputs, whose automatic name is kept
   * @param news its inputs
   * @param randomSeed the engine's seed; may be empty
   * @param failures takes a name that is too long
   * @return the inputs with a name
   */
  static Props name(
      AutoName naming,
      Urn urn,
      Optional<Props> olds,
      Props news,
      byte[] randomSeed,
      List<Refusal> failures) {
    if (news.has(naming.property())) {
      return news;
    }
    Optional<String> former =
        olds.flatMap(old -> old.text(naming.property()))
            .filter(name -> naming.made(urn.name(), name));
    if (former.isPresent()) {
      return news.with(naming.property(), former.get());
    }
    byte[] seed = randomSeed.length > 0 ? randomSeed : urn.text().getBytes(StandardCharsets.UTF_8);
    String prefix = urn.name() + naming.separator();
    if (prefix.length() + naming.digits() > naming.longest()) {
      failures.add(
          new Refusal(
              naming.property(),
              "name '%s' plus %d random chars is longer than maximum length %d"
                  .formatted(prefix, naming.digits(), naming.longest())));
    }
    return news.with(naming.property(), prefix + SeededDigits.hex(seed, naming.digits()));
  }
}
