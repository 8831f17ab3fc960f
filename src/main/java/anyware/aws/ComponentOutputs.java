package anyware.aws;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Outputs of many, as one. */
final class ComponentOutputs {
  private ComponentOutputs() {}

  /** A structure with these members, those left out that turn out to be nothing. */
  static Output<Map<String, Object>> structure(Map<String, ? extends Output<?>> members) {
    List<String> keys = List.copyOf(members.keySet());
    return list(members.values().stream().toList())
        .applyValue(
            values -> {
              Map<String, Object> structure = new LinkedHashMap<>();
              for (int i = 0; i < keys.size(); i++) {
                if (Objects.nonNull(values.get(i))) {
                  structure.put(keys.get(i), values.get(i));
                }
              }
              return structure;
            });
  }

  /** A list of these. */
  static Output<List<Object>> list(List<? extends Output<?>> items) {
    List<Output<Object>> values = new ArrayList<>();
    items.forEach(item -> values.add(item.applyValue(value -> value)));
    return Output.all(values);
  }
}
