package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One offline cloud: what the provider protocol asks, in plain values. Safe for several threads;
 * one lock a cloud guards its objects.
 *
 * <p>Longer than 250 lines because the protocol has that many calls.
 */
final class Provider implements Closeable {
  private final Cloud cloud;
  private final AddressPool pool;
  private final Faults faults;
  private final Store store;
  private final Commits commits;
  private final Operations operations;

  /**
   * The answer to a check.
   *
   * @param inputs the inputs, completed
   * @param failures the reasons to refuse
   */
  record Checked(Props inputs, List<Refusal> failures) {}

  /**
   * Opens a cloud.
   *
   * @param cloud the cloud
   * @param journal the file with its objects
   * @param pool the public addresses
   * @param faults what goes wrong
   * @param moment how long a change that shuts out others does so after it is done
   * @throws IOException when the journal cannot be used
   */
  Provider(Cloud cloud, Path journal, AddressPool pool, Faults faults, Duration moment)
      throws IOException {
    this.cloud = cloud;
    this.pool = pool;
    this.faults = faults;
    this.store = new Store(cloud, journal, pool);
    this.commits = new Commits(cloud, store);
    this.operations = new Operations(cloud, moment);
  }

  Cloud cloud() {
    return cloud;
  }

  ResourceType type(Urn urn) {
    return store.index().type(urn.type());
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

  ResourceDiff diff(Urn urn, Props olds, Props has, Props news) {
    return ResourceDiff.between(
        cloud.terraform(), store.index().type(urn.type()), urn.name(), olds, has, news);
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
    ResourceType type = store.index().type(urn.type());
    Optional<String> lock = operations.begin(type, inputs, settings);
    return change(call, lock, () -> commitCreate(type, urn, settings, inputs));
  }

  private <T> T change(Faults.Call call, Optional<String> lock, Supplier<T> commit) {
    try {
      faults.before(call);
      T changed = commit.get();
      faults.afterCommit(call);
      return changed;
    } finally {
      operations.end(lock);
    }
  }

  private StoredResource commitCreate(ResourceType type, Urn urn, Props settings, Props inputs) {
    synchronized (store) {
      store.unanswered(urn.text()).forEach(this::takeBack);
      Request request = Request.create(store, pool, settings, urn, inputs);
      return commits.commit(type, request, urn.text());
    }
  }

  /**
   * An object of which nobody knows makes room for the one that is asked for in its place. Real
   * clouds keep both, or refuse the second; here an interrupted run is to come back by itself.
   */
  private void takeBack(StoredResource lost) {
    try {
      Refusals.removed(store.index().type(lost.type()), store, lost).forEach(store::remove);
    } catch (RefusedException inUse) {
      // It stays, and the new one meets it as it would on the real cloud.
    }
  }

  /**
   * Notes that the engine knows of an object.
   *
   * @param stored the object
   */
  void answered(StoredResource stored) {
    synchronized (store) {
      existing(store.index().type(stored.type()), stored.id(), stored.settings())
          .ifPresent(store::answered);
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
    ResourceType type = store.index().type(urn.type());
    Optional<String> lock = operations.begin(type, inputs, settings);
    return change(call, lock, () -> commitUpdate(type, id, settings, inputs));
  }

  private StoredResource commitUpdate(ResourceType type, String id, Props settings, Props inputs) {
    synchronized (store) {
      StoredResource old =
          existing(type, id, settings)
              .orElseThrow(() -> new RefusedException(inputs.with("id", id).fill(type.gone())));
      store.answered(old);
      Request request = Request.change(store, pool, settings, old, inputs, false);
      try {
        return commits.commit(type, request, old.urn());
      } catch (RefusedException refused) {
        throw type.keepsRefusedUpdates()
            ? RefusedUpdateException.of(type, request, refused)
            : refused;
      }
    }
  }

  Optional<StoredResource> read(Urn urn, String id, Props state, Props settings) {
    faults.before(new Faults.Call(cloud.name(), Faults.Verb.READ, urn.type(), urn.text()));
    ResourceType type = store.index().type(urn.type());
    Optional<StoredResource> found = current(type, type.soughtAs().apply(id, state), settings);
    found.ifPresent(this::answered);
    return found;
  }

  private Optional<StoredResource> current(ResourceType type, String id, Props settings) {
    synchronized (store) {
      return existing(type, id, settings);
    }
  }

  void delete(Urn urn, String id, Props state, Props settings) {
    Faults.Call call = new Faults.Call(cloud.name(), Faults.Verb.DELETE, urn.type(), urn.text());
    ResourceType type = store.index().type(urn.type());
    String sought = type.soughtAs().apply(id, state);
    Optional<String> lock =
        current(type, sought, settings)
            .flatMap(old -> operations.begin(type, old.inputs(), old.settings()));
    change(call, lock, () -> commitDelete(type, sought, settings));
  }

  private Optional<StoredResource> commitDelete(ResourceType type, String id, Props settings) {
    synchronized (store) {
      Optional<StoredResource> gone = existing(type, id, settings);
      gone.ifPresent(
          old -> {
            Request request = Request.change(store, pool, settings, old, old.inputs(), false);
            Refusals.raise(Refusals.byConstraints(type, Step.DELETE, request));
            Refusals.removed(type, store, old).forEach(store::remove);
          });
      return gone;
    }
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
