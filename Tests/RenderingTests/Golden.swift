import Foundation
import Testing

/// A rendering, and the file in `Golden` that holds it.
///
/// `RECORD=1 swift test --filter RenderingTests` writes the files anew.
struct Golden: Sendable, CustomTestStringConvertible {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Where it is in the folder: `report/market.txt`.
  let name: String
  private let text: @Sendable () throws -> String

  init(_ name: String, _ text: @escaping @Sendable () throws -> String) {
    self.name = name
    self.text = text
  }

  var testDescription: String { name }

  /// Compares what is rendered now with the file, byte by byte.
  func check() throws {
    let file = Self.folder.appending(path: name)
    let rendered = try text()
    if Self.isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(rendered.utf8).write(to: file)
    } else if let held = try? Data(contentsOf: file) {
      if let difference = Self.difference(held, Data(rendered.utf8)) {
        Issue.record("Golden/\(name):\(difference)")
      }
    } else {
      Issue.record("Golden/\(name) is not there: RECORD=1 writes it")
    }
  }

  /// The first line that differs, by its number, in both; `nil` where none does.
  private static func difference(_ held: Data, _ rendered: Data) -> String? {
    guard held != rendered else { return nil }
    let (held, rendered) = (lines(held), lines(rendered))
    let same = zip(held, rendered).prefix { $0 == $1 }.count
    func line(_ lines: [String]) -> String { same < lines.count ? lines[same] : "(no more lines)" }
    return "\(same + 1) differs\n  held:     \(line(held))\n  rendered: \(line(rendered))"
  }

  private static func lines(_ data: Data) -> [String] {
    data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension RawRepresentable<String> {
  /// How the name of a golden file in this form ends.
  var fileExtension: String { ["text": "txt", "markdown": "md"][rawValue] ?? rawValue }
}
