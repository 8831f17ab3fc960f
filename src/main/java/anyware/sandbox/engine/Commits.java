package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;

/**
 * How a create or an update becomes an object.
 *
 * @param cloud the cloud
 * @param store its objects, locked by whoever calls
 */
record Commits(Cloud cloud, Store store) {
  /** Applies the API's constraints, works out the outputs, and writes the object down. */
  StoredResource commit(ResourceType type, Request request, String urn) {
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
              ProviderSettings.place(cloud, request.settings()),
              request.inputs(),
              PropertyFiller.outputs(type.body(), request, false),
              request.addresses());
      Refusals.raise(Refusals.byWhole(type, store, request, whole));
      request.old().ifPresent(old -> Refusals.raise(Refusals.byLostParts(type, store, old, whole)));
      if (request.old().isEmpty()) {
        type.displacement().apply(request).forEach(store::remove);
        store.make(whole);
      } else {
        store.put(whole);
      }
      return whole;
    } catch (RuntimeException refused) {
      request.giveBack();
      throw refused;
    }
  }

  private void name(ResourceType type, Request request) {
    String id = type.id().apply(request);
    request.name(id);
    if (store.get(store.index().key(type.token(), id, request.settings())).isPresent()) {
      throw new RefusedException(request.inputs().with("id", id).fill(type.exists()));
    }
  }
}
