package anyware.sandbox.engine;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ProviderFunction;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One offline cloud: what the provider protocol asks, in plain values. Safe for several threads;
 * one lock a cloud guards its objects.
 */
final class Provider implements Closeable {
  private final Cloud cloud;
  private final AddressPool pool;
  private final Faults faults;
  private final Store store;

  /**
   * The answer to a check.
   *
   * @param inputs the inputs, completed
   * @param failures the reasons to refuse
   */
  record Checked(Props inputs, List<Refusal> failures) {}

  Provider(Cloud cloud, Path journal, AddressPool pool, Faults faults) throws IOException {
    this.cloud = cloud;
    this.pool = pool;
    this.faults = faults;
    this.store = new Store(cloud, journal, pool);
  }

  Cloud cloud() {
    return cloud;
  }

  /** Keeps the declared settings that say where an object lives; never a credential. */
  Props place(Props settings) {
    Map<String, Object> kept = new TreeMap<>();
    for (Property field : cloud.settings().fields()) {
      settings
          .value(field.name())
          .filter(String.class::isInstance)
          .ifPresent(value -> kept.put(field.name(), value));
    }
    return Props.of(kept);
  }

  Checked check(Urn urn, Props settings, Optional<Props> olds, Props news, byte[] randomSeed) {
    ResourceType type = store.index().type(urn.type());
    List<Refusal> failures = new ArrayList<>();
    Props named = news;
    if (type.autoName().isPresent()) {
      named = AutoNamer.name(type.autoName().get(), urn, olds, news, randomSeed, failures);
    }
    synchronized (store) {
      Request request =
          Request.early(
              store, pool, settings, urn.name(), PropertyFiller.defaults(type.body(), named));
      request.use(type.completion().apply(request));
      failures.addAll(ShapeValidator.inspect(type.body(), request.inputs().values(), Step.CHECK));
      failures.addAll(Refusals.byConstraints(type, Step.CHECK, request));
      return new Checked(request.inputs(), failures);
    }
  }

  ResourceDiff diff(Urn urn, Props olds, Props news) {
    ResourceType type = store.index().type(urn.type());
    List<PropertyChange> changes =
        PropertyChange.between(type.body(), olds.values(), news.values()).stream()
            .map(
                change ->
                    type.replaces(change.property(), olds, news) ? change.asReplacing() : change)
            .toList();
    boolean replaces = changes.stream().anyMatch(PropertyChange::replaces);
    boolean fixedName = type.autoName().filter(naming -> fixed(naming, urn, news)).isPresent();
    return new ResourceDiff(changes, replaces && (type.deleteBeforeReplace() || fixedName));
  }

  private static boolean fixed(AutoName naming, Urn urn, Props news) {
    @Nullable Object name = news.values().get(naming.property());
    return name instanceof String text && !naming.made(urn.name(), text);
  }

  Props previewCreate(Urn urn, Props settings, Props inputs) {
    ResourceType type = store.index().type(urn.type());
    synchronized (store) {
      Request request = Request.early(store, pool, settings, urn.name(), inputs);
      return PropertyFiller.outputs(type.body(), request, true);
    }
  }

  StoredResource create(Urn urn, Props settings, Props inputs) {
    Faults.Call call = new Faults.Call(cloud.name(), Faults.Verb.CREATE, urn.type(), urn.text());
    faults.before(call);
    StoredResource made = commitCreate(store.index().type(urn.type()), urn, settings, inputs);
    faults.afterCommit(call);
    return made;
  }

  private StoredResource commitCreate(ResourceType type, Urn urn, Props settings, Props inputs) {
    synchronized (store) {
      Request request = Request.create(store, pool, settings, urn, inputs);
      return commit(type, request, urn.text());
    }
  }

  Props previewUpdate(Urn urn, String id, Props settings, Props inputs) {
    ResourceType type = store.index().type(urn.type());
    synchronized (store) {
      return existing(type, id, settings)
          .map(
              old ->
                  PropertyFiller.outputs(
                      type.body(), Request.change(store, pool, settings, old, inputs, true), false))
          .orElseGet(
              () ->
                  PropertyFiller.outputs(
                      type.body(), Request.early(store, pool, settings, urn.name(), inputs), true));
    }
  }

  StoredResource update(Urn urn, String id, Props settings, Props inputs) {
    Faults.Call call = new Faults.Call(cloud.name(), Faults.Verb.UPDATE, urn.type(), urn.text());
    faults.before(call);
    ResourceType type = store.index().type(urn.type());
    StoredResource changed;
    synchronized (store) {
      StoredResource old =
          existing(type, id, settings)
              .orElseThrow(() -> new RefusedException(inputs.with("id", id).fill(type.gone())));
      Request request = Request.change(store, pool, settings, old, inputs, false);
      changed = commit(type, request, old.urn());
    }
    faults.afterCommit(call);
    return changed;
  }

  /** Applies the API's constraints, works out the outputs, and writes the object down. */
  private StoredResource commit(ResourceType type, Request request, String urn) {
    try {
      Refusals.raise(Refusals.byInputs(type, request));
      if (request.old().isEmpty()) {
        name(type, request);
      }
      Refusals.raise(Refusals.byConstraints(type, Step.UP, request));
      StoredResource whole =
          new StoredResource(
              type.token(),
              request.id(),
              urn,
              request.seed(),
              place(request.settings()),
              request.inputs(),
              PropertyFiller.outputs(type.body(), request, false),
              request.addresses());
      Refusals.raise(Refusals.byWhole(type, store, request, whole));
      request.old().ifPresent(old -> Refusals.raise(Refusals.byLostParts(type, store, old, whole)));
      store.put(whole);
      return whole;
    } catch (RuntimeException refused) {
      request.giveBack();
      throw refused;
    }
  }

  private void name(ResourceType type, Request request) {
    String id = type.id().apply(request);
    request.name(id);
    if (existing(type, id, request.settings()).isPresent()) {
      throw new RefusedException(request.inputs().with("id", id).fill(type.exists()));
    }
  }

  Optional<StoredResource> read(Urn urn, String id, Props settings) {
    faults.before(new Faults.Call(cloud.name(), Faults.Verb.READ, urn.type(), urn.text()));
    synchronized (store) {
      return existing(store.index().type(urn.type()), id, settings);
    }
  }

  void delete(Urn urn, String id, Props settings) {
    Faults.Call call = new Faults.Call(cloud.name(), Faults.Verb.DELETE, urn.type(), urn.text());
    faults.before(call);
    ResourceType type = store.index().type(urn.type());
    synchronized (store) {
      existing(type, id, settings)
          .ifPresent(
              old -> {
                Request request = Request.change(store, pool, settings, old, old.inputs(), false);
                Refusals.raise(Refusals.byConstraints(type, Step.DELETE, request));
                Refusals.removed(type, store, old).forEach(store::remove);
              });
    }
    faults.afterCommit(call);
  }

  Checked invoke(String token, Props settings, Props arguments) {
    @Nullable ProviderFunction invocation = cloud.functions().get(token);
    if (invocation == null) {
      throw new RefusedException("unrecognized function: " + token);
    }
    Props filled = PropertyFiller.defaults(invocation.arguments(), arguments);
    List<Refusal> failures =
        ShapeValidator.inspect(invocation.arguments(), filled.values(), Step.CHECK);
    if (!failures.isEmpty()) {
      return new Checked(filled, failures);
    }
    synchronized (store) {
      Request request = Request.early(store, pool, settings, token, filled);
      return new Checked(invocation.answer().apply(request), List.of());
    }
  }

  private Optional<StoredResource> existing(ResourceType type, String id, Props settings) {
    return store.get(store.index().key(type.token(), id, settings));
  }

  @Override
  public void close() throws IOException {
    synchronized (store) {
      store.close();
    }
  }
}
