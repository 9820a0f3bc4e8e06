import ArgumentParser

/// Whose membership.
struct MemberOptions: ParsableArguments {
  @Option(help: "The country: UK, DE, US, …", completion: .markets) var market: String
  @Option(help: ArgumentHelp("Who.", valueName: "name")) var creator: String
  @Option(help: "The platform, where the programme is that of one.") var platform: String?
}
