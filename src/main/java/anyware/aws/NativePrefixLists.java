package anyware.aws;

import anyware.json.JsonPart;
import anyware.natives.HostBits;
import anyware.natives.NativeDetails;
import anyware.natives.NativeFile;
import anyware.net.AddressSet;
import anyware.problem.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prefix lists as {@code aws ec2 get-managed-prefix-list-entries} prints them
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html). A
 * printout does not say whose entries it holds: the file is called by the list's id, or the
 * printouts stand below the ids in one file, such as {@code {"pl-1": {"Entries": [...]}}}.
 *
 * @param addresses what each list covers, by its id
 */
record NativePrefixLists(Map<String, AddressSet> addresses) {
  static final NativeDetails DETAILS =
      new NativeDetails(
          "prefix-lists",
          "What `aws ec2 get-managed-prefix-list-entries` printed of the lists that rules name: a"
              + " file for each, called by the list's id (pl-1.json), or one with all printouts"
              + " below their ids ({\"pl-1\": {\"Entries\": [...]}}).");

  private static final String ENTRIES = "Entries";
  private static final String PRINTOUT = "the output of aws ec2 get-managed-prefix-list-entries";

  /** A page that is not the last. */
  private static final String MORE = "NextToken";

  /** The id, before the file's ending. */
  private static final Pattern FILE_NAME = Pattern.compile("(pl-[0-9a-zA-Z]+)(\\..*)?");

  /**
   * The lists.
   *
   * @param files the printouts
   * @param problems takes what is wrong
   * @param notes takes a sentence for whatever is read in another way than it is written
   */
  static NativePrefixLists read(
      List<NativeFile> files, List<Problem> problems, Collection<String> notes) {
    NativePrefixLists lists = new NativePrefixLists(new LinkedHashMap<>());
    for (NativeFile file : files) {
      JsonPart whole = JsonPart.parse(file.name(), file.text(), problems);
      lists.add(file, HostBits.cleared(whole, notes));
    }
    return lists;
  }

  private void add(NativeFile file, JsonPart whole) {
    if (whole.isMissing()) {
      return;
    }
    if (whole.value().isJsonArray() || whole.member(ENTRIES).isPresent()) {
      Matcher name = FILE_NAME.matcher(file.name());
      if (name.matches()) {
        addList(name.group(1), whole);
      } else {
        whole.problem(
            PRINTOUT + " in a file called by the list's id",
            "rename it, such as to pl-0123456789abcdef0.json, or put the printout below the id");
      }
      return;
    }
    for (String id : whole.keys()) {
      whole.member(id).ifPresent(printout -> addList(id, printout));
    }
  }

  private void addList(String id, JsonPart printout) {
    boolean isList = printout.value().isJsonArray();
    Optional<JsonPart> entries = isList ? Optional.of(printout) : printout.member(ENTRIES);
    if (entries.isEmpty()) {
      printout.problem(PRINTOUT, "print it as JSON");
      return;
    }
    if (!isList && printout.member(MORE).isPresent()) {
      printout.problem("all entries of " + id, "print them without --max-items");
    }
    AddressSet found =
        AddressSet.of(
            entries.get().items("entries").stream()
                .filter(entry -> entry.required("Cidr").isPresent())
                .flatMap(entry -> entry.member("Cidr").flatMap(JsonPart::cidr).stream())
                .toList());
    AddressSet before = addresses.putIfAbsent(id, found);
    if (before != null && !before.equals(found)) {
      printout.problem(
          "each prefix list once, or with the same entries each time",
          "leave out the older printout of " + id);
    }
  }
}
