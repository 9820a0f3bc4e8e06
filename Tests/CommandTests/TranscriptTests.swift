import Foundation
import Testing

/// Runs the sessions in `Transcripts`, the README's and the cookbook's, and compares what is printed
/// with what is written there.
///
/// `RECORD=1 swift test --filter TranscriptTests` writes what was printed instead.
@Suite struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path())
        .filter { $0.hasSuffix(".transcript") && $0 != mounts }.sorted()
    }
  }

  /// The session that mounts file systems, in a namespace of its own.
  static let mounts = "mounts.transcript"

  private static let canMount =
    (try? Transcript(text: "$ unshare -rm mount -t tmpfs none /mnt").replayed().contains("?"))
    == false

  @Test(.enabled(if: canMount, "this machine does not let a program mount a file system"))
  func `a full disk and read-only media are said`() throws {
    try check(Self.folder.appending(path: Self.mounts))
  }

  @Test(arguments: try names)
  func `a session prints what its transcript says`(name: String) throws {
    try check(Self.folder.appending(path: name))
  }

  @Test func `the session of the README prints what it says`() throws {
    try check(Project.root.appending(path: "README.md"))
  }

  @Test func `an agency's first hour prints what its page says`() throws {
    try check(Project.root.appending(path: "docs/first-hour.md"))
  }

  @Test func `the questions of the cookbook have the answers that it says`() throws {
    try check(Project.root.appending(path: "docs/cookbook.md"))
  }

  private func check(_ file: URL) throws {
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written.contains("$ ledger"))
    var replayed = try Transcript(text: written).replayed()
    // One recording in a thousand is at a full second, which SQL shows in another width.
    let today = Date.now.formatted(.iso8601.year().month().day().dateSeparator(.dash))
    if replayed.contains("\(today)T") { replayed = try Transcript(text: written).replayed() }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try replayed.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(replayed == written)
    }
  }
}
