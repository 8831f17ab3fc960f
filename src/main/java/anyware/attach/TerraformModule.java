package anyware.attach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A module in HCL that has the ids of sites as local values. */
public final class TerraformModule {
  private TerraformModule() {}

  /**
   * The module.
   *
   * @param stack the stack that made the sites
   * @param roles for what machines are made, each with its cloud
   */
  public static String text(String stack, Map<SiteRole, Attachment> roles) {
    Set<String> variables = new LinkedHashSet<>();
    roles.forEach((role, cloud) -> variables.addAll(cloud.preamble(SnippetTool.TERRAFORM, role)));
    List<String> parts = new ArrayList<>();
    parts.add(
        "# Terraform. The ids are those of the stack "
            + HclText.quoted(stack)
            + " as it is: print them again\n# after each pulumi up.\n");
    parts.add(String.join("\n", variables) + "\n");
    Map<String, SiteOutputs> sites = new LinkedHashMap<>();
    roles.keySet().forEach(role -> sites.put(role.site().name(), role.outputs()));
    sites.forEach((name, outputs) -> parts.add(locals(name, outputs)));
    roles.forEach(
        (role, cloud) ->
            parts.add("# " + role.title() + "\n" + cloud.snippet(SnippetTool.TERRAFORM, role)));
    return String.join("\n", parts);
  }

  private static String locals(String name, SiteOutputs outputs) {
    return "locals {\n  " + name + " = " + HclText.of(outputs.all(), "  ") + "\n}\n";
  }
}
