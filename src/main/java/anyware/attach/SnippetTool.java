package anyware.attach;

/** What runs the program that a snippet is for. */
public enum SnippetTool {
  /** Pulumi, in TypeScript: ids come by a reference to the stack. */
  PULUMI,
  /** Terraform, which cannot read a Pulumi stack: ids stand in the text. */
  TERRAFORM
}
