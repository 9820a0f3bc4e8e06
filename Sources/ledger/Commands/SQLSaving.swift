import ArgumentParser
import LedgerCore
import SQLiteStorage

/// Whether a question is kept under a name, or was.
struct SQLSaving: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Keep the statement in the book under a name and do not run it; --param says what a parameter \
      is where --run gives it no value.
      """, valueName: "name"))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Ask the question of that name, as `ledger queries` lists it.", valueName: "name"),
    completion: .questions)
  var run: String?

  @Option(help: ArgumentHelp("What a saved question asks, in words.", valueName: "text"))
  var description: String?

  func validate() throws {
    if save != nil, run != nil {
      throw ValidationError("--save keeps a question and --run asks one: leave one out")
    }
    if description != nil, save == nil {
      throw ValidationError("--description is for a question that is saved: give it --save NAME")
    }
  }

  /// What a statement wants to be given, with what stands where nothing is.
  func parameters(
    named names: [String], given: [SQLParameter]
  ) throws -> [SavedQuestion.Parameter] {
    // Those that are given twice are refused.
    _ = try SQLParameter.values(given)
    let plain = names.map { String($0.dropFirst()) }
    if let other = given.first(where: { !plain.contains($0.name) }) {
      throw CommandFailure("the statement has no parameter :\(printable(other.name))", .invalid)
    }
    return plain.map { name in
      let given = given.first { $0.name == name }
      return SavedQuestion.Parameter(name: name, type: given?.type?.rawValue, value: given?.text)
    }
  }

  /// A statement without the white space around it, so that a last newline is no new version.
  static func trimmed(_ text: String) -> String {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace && character.isASCII }
    let start = text.drop(while: isSpace)
    return String(start.reversed().drop(while: isSpace).reversed())
  }
}
