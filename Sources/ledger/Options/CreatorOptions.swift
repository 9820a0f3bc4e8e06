import ArgumentParser
import LedgerCore

/// Who appears in a show.
struct CreatorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A host; may be repeated.", valueName: "name"))
  var host: [String] = []
  @Option(help: ArgumentHelp("A guest; may be repeated.", valueName: "name"))
  var guest: [String] = []
  @Option(help: ArgumentHelp("A creator who sells in it; may be repeated.", valueName: "name"))
  var creator: [String] = []

  /// All of them.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  func creators() throws(LedgerError) -> [Creator] {
    var creators: [Creator] = []
    for (names, role) in [(host, Creator.Role.host), (guest, .guest), (creator, .creator)] {
      for name in names { creators.append(try Creator(name: name, role: role)) }
    }
    return creators
  }
}
