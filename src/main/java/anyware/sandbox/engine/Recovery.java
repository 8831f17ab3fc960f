package anyware.sandbox.engine;

import anyware.sandbox.spec.StoredResource;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Completes the creates that were under way when Pulumi was killed. A stack's state then names them
 * as pending, and Pulumi itself can only forget them. The offline cloud knows what it made: an
 * object goes into the state as if its answer had arrived, and a create of which nothing came is
 * forgotten.
 *
 * <p>The state's form is Pulumi's {@code CheckpointV3}:
 * https://pkg.go.dev/github.com/pulumi/pulumi/sdk/v3/go/common/apitype#CheckpointV3.
 */
public final class Recovery {
  private final List<StoredResource> objects;
  private final JsonArray resources;
  private final List<String> report = new ArrayList<>();

  private Recovery(List<StoredResource> objects, JsonArray resources) {
    this.objects = objects;
    this.resources = resources;
  }

  /**
   * Completes a stack's pending creates. No run may be under way.
   *
   * @param home the sandbox's home
   * @param clouds the names of its clouds
   * @param state the stack's state, changed in place, as a whole or not at all
   * @return a line for each create: what has become of it
   * @throws IOException when a file cannot be read or written
   */
  public static List<String> of(Path home, List<String> clouds, Path state) throws IOException {
    JsonObject whole = read(state);
    JsonObject latest = whole.getAsJsonObject("checkpoint").getAsJsonObject("latest");
    List<StoredResource> objects = new ArrayList<>();
    for (String cloud : clouds) {
      objects.addAll(Inventory.objects(Home.journal(home, cloud)));
    }
    Recovery recovery = new Recovery(objects, array(latest, "resources"));
    JsonArray left = new JsonArray();
    for (JsonElement element : array(latest, "pending_operations")) {
      JsonObject operation = element.getAsJsonObject();
      if (text(operation, "type").equals("creating")) {
        recovery.complete(operation.getAsJsonObject("resource"));
      } else {
        left.add(operation);
      }
    }
    latest.add("resources", recovery.resources);
    latest.remove("pending_operations");
    if (!left.isEmpty()) {
      latest.add("pending_operations", left);
    }
    write(state, whole.toString());
    return recovery.report;
  }

  private static JsonObject read(Path state) throws IOException {
    try (InputStream file = Files.newInputStream(state);
        InputStream text = isCompressed(state) ? new GZIPInputStream(file) : file) {
      return JsonParser.parseString(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (JsonParseException | IllegalStateException | EOFException | ZipException damaged) {
      throw new IOException(state + " is damaged", damaged);
    }
  }

  private static void write(Path state, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream file = isCompressed(state) ? new GZIPOutputStream(bytes) : bytes) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
    OwnFiles.write(state, bytes.toByteArray());
  }

  /** Pulumi compresses states with {@code PULUMI_SELF_MANAGED_STATE_GZIP}. */
  private static boolean isCompressed(Path state) {
    return state.toString().endsWith(".gz");
  }

  private void complete(JsonObject pending) {
    String urn = text(pending, "urn");
    Set<String> known = new HashSet<>();
    resources.forEach(resource -> known.add(text(resource.getAsJsonObject(), "id")));
    Optional<StoredResource> made =
        objects.stream()
            .filter(object -> object.urn().equals(urn) && !known.contains(object.id()))
            .reduce((earlier, later) -> later);
    String name = urn.substring(urn.lastIndexOf("::") + 2) + ", " + Urn.of(urn).type();
    if (made.isEmpty()) {
      report.add("was not made: " + name);
      return;
    }
    pending.addProperty("id", made.get().id());
    pending.add("outputs", JsonParser.parseString(Json.write(made.get().outputs().values())));
    insert(urn, pending);
    report.add("was made, found again: " + name + ", " + made.get().id());
  }

  /** What a new object replaces comes after it, and is to go. */
  private void insert(String urn, JsonObject made) {
    JsonArray changed = new JsonArray();
    boolean placed = false;
    for (JsonElement element : resources) {
      JsonObject resource = element.getAsJsonObject();
      if (text(resource, "urn").equals(urn)) {
        if (!placed) {
          changed.add(made);
          placed = true;
        }
        resource.addProperty("delete", true);
      }
      changed.add(resource);
    }
    if (!placed) {
      changed.add(made);
    }
    while (!resources.isEmpty()) {
      resources.remove(resources.size() - 1);
    }
    resources.addAll(changed);
  }

  private static JsonArray array(JsonObject object, String name) {
    return object.has(name) ? object.getAsJsonArray(name) : new JsonArray();
  }

  private static String text(JsonObject object, String name) {
    return object.has(name) ? object.get(name).getAsString() : "";
  }
}
