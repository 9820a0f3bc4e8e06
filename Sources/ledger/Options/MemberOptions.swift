import ArgumentParser

/// Whose membership.
struct MemberOptions: ParsableArguments {
  @Option(help: "The country, such as UK or DE.", completion: .markets) var market: String
  @Option(help: ArgumentHelp("The creator's name.", valueName: "name")) var creator: String
  @Option(help: "The platform, if the programme is that of one.") var platform: String?
}
