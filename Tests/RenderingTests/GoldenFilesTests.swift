import Foundation
import LedgerRenderings
import Testing

/// The golden files are those of all renderings, and no others.
@Suite struct GoldenFilesTests {
  private static let goldens =
    ReportRenderingTests.goldens + ReadinessRenderingTests.goldens + CreatorRenderingTests.goldens
    + FactRenderingTests.goldens + VerificationRenderingTests.goldens + AnswerRenderingTests.goldens
    + SchemaRenderingTests.goldens + ExportRenderingTests.goldens
    + ListingRenderingTests.goldens + MetricRenderingTests.goldens

  /// The forms of each rendering, and the folder that holds it in each of them.
  private static let formats: [(name: String, folder: String, extensions: [String])] = [
    format("report", ReportFormat.self), format("readiness", ReadinessFormat.self),
    format("creators", CreatorFormat.self), format("facts", EventFormat.self),
    format("verification", VerificationFormat.self), format("answers", ListingFormat.self),
    format("metrics", ExplainFormat.self), format("schema", SchemaFormat.self),
  ]

  private static func format<Format: CaseIterable & RawRepresentable<String>>(
    _ folder: String, _ type: Format.Type
  ) -> (name: String, folder: String, extensions: [String]) {
    ("\(type)", folder, type.allCases.map(\.fileExtension))
  }

  private static func files() throws -> Set<String> {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Golden.folder.path())
    return Set(
      try names.filter { name in
        try Golden.folder.appending(path: name).resourceValues(forKeys: [.isRegularFileKey])
          .isRegularFile == true
      })
  }

  @Test func `every golden file is that of a rendering`() throws {
    let dead = try Self.files().subtracting(Self.goldens.map(\.name))
    #expect(dead.sorted() == [], "no test makes them")
  }

  @Test func `no two renderings have one golden file`() {
    let names = Self.goldens.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(.enabled(if: !Golden.isRecording))
  func `every form of a rendering has a golden file`() throws {
    let files = try Self.files()
    for format in Self.formats {
      for ending in format.extensions {
        #expect(
          files.contains { $0.hasPrefix("\(format.folder)/") && $0.hasSuffix(".\(ending)") },
          "\(format.name): \(ending)")
      }
    }
  }

  @Test func `every format of the renderings is among those with golden files`() throws {
    let sources = Golden.folder.deletingLastPathComponent()
      .appending(path: "../../Sources/LedgerRenderings").standardizedFileURL
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path())
      .filter { $0.hasSuffix(".swift") }.flatMap { name in
        try String(contentsOf: sources.appending(path: name), encoding: .utf8)
          .matches(of: /enum ([A-Za-z]+): String, CaseIterable/).map { String($0.output.1) }
      }
    // What the program says of itself is in a transcript.
    #expect(Set(names).subtracting(["VersionFormat"]) == Set(Self.formats.map(\.name)))
  }
}
