package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.StoredResource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One offline cloud for a test, asked as the Pulumi engine asks, but in plain values and without a
 * connection. Refusals are written {@code property: message}, or the message alone.
 */
public final class Rig implements Closeable {
  private final Provider provider;
  private final Props settings;

  private Rig(Provider provider, Props settings) {
    this.provider = provider;
    this.settings = settings;
  }

  /**
   * Opens a cloud.
   *
   * @param cloud the cloud
   * @param settings the provider's settings, such as the region
   * @param folder where its state lies; a second rig on the same folder finds it again
   */
  public static Rig of(Cloud cloud, Map<String, ?> settings, Path folder) {
    return of(cloud, settings, folder, Faults.NONE);
  }

  static Rig of(Cloud cloud, Map<String, ?> settings, Path folder, Faults faults) {
    try {
      return new Rig(
          new Provider(
              cloud, folder.resolve("journal.jsonl"), new AddressPool(), faults, Duration.ZERO),
          ProviderSettings.declared(cloud, Props.of(settings)));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The same cloud through a provider with other settings. */
  public Rig with(Map<String, ?> others) {
    return new Rig(provider, ProviderSettings.declared(provider.cloud(), Props.of(others)));
  }

  /** What a preview refuses. */
  public List<String> checkRefusals(String type, String name, Map<String, ?> inputs) {
    return written(check(type, name, Optional.empty(), inputs).failures());
  }

  /** The inputs after check: with name, defaults and completions. The check must pass. */
  public Props checked(String type, String name, Map<String, ?> inputs) {
    return passed(check(type, name, Optional.empty(), inputs));
  }

  /** What {@code pulumi up} refuses, after a check that must pass; empty when it creates. */
  public List<String> upRefusals(String type, String name, Map<String, ?> inputs) {
    Props checked = checked(type, name, inputs);
    return refusals(() -> provider.answered(provider.create(urn(type, name), settings, checked)));
  }

  /** Creates an object; check and create must pass. */
  public StoredResource create(String type, String name, Map<String, ?> inputs) {
    StoredResource made = createUnanswered(type, name, inputs);
    provider.answered(made);
    return made;
  }

  /** Creates an object, as for a caller that dies before the answer; check must pass. */
  StoredResource createUnanswered(String type, String name, Map<String, ?> inputs) {
    return provider.create(urn(type, name), settings, checked(type, name, inputs));
  }

  /** The outputs that the preview of a create shows. */
  public Props preview(String type, String name, Map<String, ?> inputs) {
    return provider.previewCreate(urn(type, name), settings, checked(type, name, inputs));
  }

  /** The outputs that the preview of an update shows. */
  public Props preview(StoredResource old, Map<String, ?> inputs) {
    return provider.previewUpdate(Urn.of(old.urn()), old.id(), settings, next(old, inputs));
  }

  /** Changes an object; check and update must pass. */
  public StoredResource update(StoredResource old, Map<String, ?> inputs) {
    return provider.update(Urn.of(old.urn()), old.id(), settings, next(old, inputs));
  }

  /** What an update refuses, after a check that must pass. */
  public List<String> updateRefusals(StoredResource old, Map<String, ?> inputs) {
    return refusals(() -> update(old, inputs));
  }

  /** The changes that a diff finds, written {@code UPDATE path}, with {@code (replace)}. */
  public List<String> diff(StoredResource old, Map<String, ?> inputs) {
    return difference(old, inputs).changes().stream()
        .map(
            change -> change.kind() + " " + change.path() + (change.replaces() ? " (replace)" : ""))
        .toList();
  }

  /**
   * Tells whether a diff asks the engine to delete a replaced object before the new one is made.
   */
  public boolean deletesFirst(StoredResource old, Map<String, ?> inputs) {
    return difference(old, inputs).deleteFirst();
  }

  ResourceDiff difference(StoredResource old, Map<String, ?> inputs) {
    return provider.diff(Urn.of(old.urn()), old.inputs(), old.outputs(), next(old, inputs));
  }

  /** Finds an object that is known by its id only. */
  public StoredResource find(String type, String id) {
    return provider.read(urn(type, "x"), id, Props.NONE, settings).orElseThrow();
  }

  /** Reads an object back. */
  public Optional<StoredResource> read(StoredResource old) {
    return provider.read(Urn.of(old.urn()), old.id(), old.outputs(), settings);
  }

  /**
   * An object as the engine knows it after a refresh.
   *
   * @param known as the engine knew it
   */
  public StoredResource refreshed(StoredResource known) {
    StoredResource found = read(known).orElseThrow();
    return new StoredResource(
        known.type(),
        known.id(),
        known.urn(),
        known.seed(),
        known.settings(),
        BridgeNotes.refreshed(provider.type(Urn.of(known.urn())), known.inputs(), found.outputs()),
        found.outputs(),
        found.addresses());
  }

  /** Deletes an object; must pass. */
  public void delete(StoredResource old) {
    provider.delete(Urn.of(old.urn()), old.id(), old.outputs(), settings);
  }

  /**
   * Tries an update that must be refused.
   *
   * @return the object as the engine knows it from then on
   */
  public StoredResource afterRefusedUpdate(StoredResource old, Map<String, ?> inputs) {
    try {
      return fail("not refused: " + update(old, inputs));
    } catch (RefusedUpdateException kept) {
      return new StoredResource(
          old.type(),
          old.id(),
          old.urn(),
          old.seed(),
          old.settings(),
          next(old, inputs),
          kept.outputs(),
          old.addresses());
    } catch (RefusedException refused) {
      return old;
    }
  }

  /** What a delete refuses; empty when it deletes. */
  public List<String> deleteRefusals(StoredResource old) {
    return refusals(() -> delete(old));
  }

  /** Invokes a function; its arguments must pass. */
  public Props invoke(String token, Map<String, ?> arguments) {
    return passed(provider.invoke(token, settings, Props.of(arguments)));
  }

  @Override
  public void close() {
    try {
      provider.close();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Props next(StoredResource old, Map<String, ?> inputs) {
    String name = Urn.of(old.urn()).name();
    return passed(check(old.type(), name, Optional.of(old.inputs()), inputs));
  }

  private Provider.Checked check(
      String type, String name, Optional<Props> olds, Map<String, ?> inputs) {
    return provider.check(urn(type, name), settings, olds, Props.of(inputs), new byte[] {1, 2, 3});
  }

  private static Props passed(Provider.Checked checked) {
    assertThat(written(checked.failures())).isEmpty();
    return checked.inputs();
  }

  private static List<String> refusals(Runnable work) {
    try {
      work.run();
      return List.of();
    } catch (RefusedException refused) {
      return written(refused.refusals());
    }
  }

  private static List<String> written(List<Refusal> refusals) {
    return refusals.stream()
        .map(
            refusal ->
                refusal.property().isEmpty()
                    ? refusal.message()
                    : refusal.property() + ": " + refusal.message())
        .toList();
  }

  private static Urn urn(String type, String name) {
    return Urn.of("urn:pulumi:test::project::" + type + "::" + name);
  }
}
