import ArgumentParser
import LedgerCore
import LedgerRenderings

/// `--version` with `--format`, which the parser's own flag does not take.
enum VersionQuestion {
  /// The format that is asked for; `nil` if the arguments ask something else.
  ///
  /// - Throws: `ValidationError` if there is no such format.
  static func format(in arguments: [String]) throws -> VersionFormat? {
    let others = arguments.filter { $0 != "--version" }
    guard others.count == arguments.count - 1 else { return nil }
    let text = others.joined(separator: "=")
    guard others.count <= 2, text.hasPrefix("--format=") else { return nil }
    let name = String(text.dropFirst("--format=".count))
    guard let format = VersionFormat(rawValue: name) else {
      let names = VersionFormat.allCases.map(\.rawValue).joined(separator: " and ")
      throw ValidationError("--version has no format \(quoted(name)): there are \(names)")
    }
    return format
  }
}
