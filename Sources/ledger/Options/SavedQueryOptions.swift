import ArgumentParser

/// The saved query that a statement becomes, or is.
struct SavedQueryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Save the statement as a query of this name, and do not run it; the values of --param are \
      its defaults.
      """, valueName: "name"))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Run a saved query, as listed by `ledger queries`.", valueName: "name"),
    completion: .queries)
  var run: String?

  @Option(help: ArgumentHelp("What the saved query answers, in words.", valueName: "text"))
  var description: String?

  @Option(
    help: ArgumentHelp(
      "Who saves it (default: $LEDGER_AUTHOR, or the user's name).", valueName: "name"))
  var author: String?

  func validate() throws {
    if save != nil, run != nil {
      throw ValidationError("--save saves a query and --run runs one: leave one out")
    }
    for (option, value) in [("--description", description), ("--author", author)]
    where value != nil && save == nil {
      throw ValidationError("\(option) is for a query to save: add --save NAME")
    }
  }
}
