import Foundation
import Testing

/// The script in the documentation that makes the digests of a book without this program.
enum DigestScript {
  /// The lines that it prints of a book, and its exit status.
  static func run(on path: String) throws -> (status: Int32, lines: [String]) {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/digest.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let rest = try #require(text.split(separator: "```python\n").last)
    let code = try #require(rest.split(separator: "```\n").first)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", String(code), path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    return (process.terminationStatus, lines)
  }
}
