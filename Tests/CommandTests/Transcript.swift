import Foundation

/// A session with the program: `$ ` lines, and what each prints.
///
/// A line that begins with `$ ` is given to the shell, with lines that it continues by a backslash;
/// the lines below it, up to the next command, `# ` comment or end of a block, are what it prints on
/// both outputs, and `? N` is its exit status where that is not 0. All else is prose and stays.
struct Transcript {
  let text: String

  /// Runs the session in a fresh folder, beside links to the examples and the migrations.
  func replayed() throws -> String {
    let folder = try Shell.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["examples", "Migrations"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: Project.root.appending(path: name))
    }

    var replayed: [String] = []
    var lines = text.components(separatedBy: "\n")[...]
    while let line = lines.popFirst() {
      // Comments stand apart from the output above them.
      if line.hasPrefix("# "), let last = replayed.last, !last.isEmpty, !last.hasPrefix("# ") {
        replayed.append("")
      }
      replayed.append(line)
      guard line.hasPrefix("$ ") else { continue }
      var command = String(line.dropFirst(2))
      while command.hasSuffix("\\"), let more = lines.popFirst() {
        replayed.append(more)
        command += "\n" + more
      }
      // What was printed when it was recorded.
      lines = lines.drop { !$0.hasPrefix("$ ") && !$0.hasPrefix("# ") && !$0.hasPrefix("```") }
      replayed += try shell(command, in: folder)
    }
    if let last = replayed.last, !last.isEmpty { replayed.append("") }
    return replayed.joined(separator: "\n")
  }

  private func shell(_ command: String, in folder: URL) throws -> [String] {
    let (status, output) = try Shell.run(command, in: folder)
    var lines = output.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    lines = lines.map(Self.timeless)
    if status != 0 { lines.append("? \(status)") }
    return lines
  }

  /// The clock at recording, which no two runs share, in the width that it has; the digests that it
  /// is a part of; and the number of the newest schema, which each migration changes.
  private static func timeless(_ line: String) -> String {
    line.replacing(
      /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ/, with: "<when this was recorded>"
    ).replacing(/\b(\d+):[0-9a-f]{64}\b/) { "\($0.output.1):<its digest>" }
      .replacing(/(<when this was recorded>.*(?:  |,|"digest":"))[0-9a-f]{12,64}("}[\],]?)?$/) {
        "\($0.output.1)<its digest>\($0.output.2 ?? "")"
      }.replacing(/this program knows \d+/, with: "this program knows <its own>")
      .replacing(/this program's is \d+/, with: "this program's is <its own>")
      .replacing(/from schema (\d+) to \d+/) { "from schema \($0.output.1) to <its own>" }
      .replacing(/up to date \(schema \d+\)/, with: "up to date (schema <its own>)")
  }
}

/// Where things are.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `swift test` runs from the folder that holds the built `ledger`.
  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
}
