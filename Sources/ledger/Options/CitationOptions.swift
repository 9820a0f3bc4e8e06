import ArgumentParser

/// Where a fact comes from.
struct CitationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the fact comes from: a link, a document or a person.", valueName: "text"))
  var citation: String?

  // The former name of --citation: elsewhere a source is the system that numbered an order.
  @Option(help: .hidden) var source: String?

  /// What was cited.
  var text: String? { citation ?? source }

  func validate() throws {
    if citation != nil, source != nil {
      throw ValidationError("--source is the former name of --citation: leave it out")
    }
  }
}
