package anyware.attach;

import anyware.problem.Printable;
import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program in TypeScript that reads the ids of sites by a reference to their stack
 * (https://www.pulumi.com/docs/iac/concepts/stacks/#stackreferences).
 */
public final class PulumiProgram {
  private static final Gson JSON = new Gson();
  private static final int LONGEST_NAME = 300;

  private PulumiProgram() {}

  /**
   * The program.
   *
   * @param project the project of the stack that made the sites
   * @param stack that stack
   * @param roles for what machines are made, each with its cloud
   */
  public static String text(String project, String stack, Map<SiteRole, Attachment> roles) {
    Set<String> imports =
        new LinkedHashSet<>(List.of("import * as pulumi from \"@pulumi/pulumi\";"));
    roles.forEach((role, cloud) -> imports.addAll(cloud.preamble(SnippetTool.PULUMI, role)));
    List<String> parts = new ArrayList<>();
    parts.add(
        "// TypeScript. pulumi config holds what only you know, such as images.\n"
            + imports.stream().map(line -> line + "\n").collect(Collectors.joining()));
    parts.add(
        """
        const config = new pulumi.Config();
        const network = new pulumi.StackReference(
          pulumi.getOrganization() + %s,
        );
        const sites = network.requireOutput("sites");
        """
            .formatted(JSON.toJson(Printable.text("/" + project + "/" + stack, LONGEST_NAME))));
    roles.forEach((role, cloud) -> parts.add(part(role, cloud)));
    return String.join("\n", parts);
  }

  /** In braces, so that each part can have names of its own. */
  private static String part(SiteRole role, Attachment cloud) {
    SourceText text = new SourceText(role).add("// " + role.title() + "\n");
    if (role.addresses().isEmpty()) {
      text.add("{\n  const name = \"<site>-<role>\";\n");
    } else {
      text.add("for (const address of [")
          .add(
              role.addresses().stream()
                  .map(reserved -> "\n  \"" + reserved.address() + "\",")
                  .collect(Collectors.joining()))
          .add("\n]) {\n  const name = \"<site>-<role>-\" + address.replace(/[.:]/g, \"-\");\n");
    }
    return text.add("  const site = sites.apply((all) => all[\"<site>\"]);\n")
        .add(cloud.snippet(SnippetTool.PULUMI, role).indent(2))
        .add("}\n")
        .toString();
  }
}
