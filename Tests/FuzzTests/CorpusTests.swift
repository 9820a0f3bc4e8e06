import Foundation
import Fuzz
import Testing

/// Holds every input of the corpus against what must hold of it: the seeds that fuzzing begins
/// with, and what it has found.
struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpus")

  private static func inputs(of target: FuzzTarget) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: target.name), includingPropertiesForKeys: nil)
  }

  @Test(arguments: FuzzTarget.all)
  func `what must hold of any input holds of the corpus`(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      let bytes = [UInt8](try Data(contentsOf: input))
      #expect(throws: Never.self, "\(target.name)/\(input.lastPathComponent)") {
        try target.check(bytes)
      }
    }
  }

  @Test(arguments: FuzzTarget.all)
  func `it holds of the corpus cut short, too`(_ target: FuzzTarget) throws {
    for input in try Self.inputs(of: target) {
      let bytes = [UInt8](try Data(contentsOf: input))
      for part in 1...4 {
        let cut = Array(bytes.prefix(bytes.count * part / 5))
        #expect(throws: Never.self, "\(target.name)/\(input.lastPathComponent), \(cut.count)") {
          try target.check(cut)
        }
      }
    }
  }

  @Test func `the corpus has a folder for each target and no other`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil)
    #expect(Set(folders.map(\.lastPathComponent)) == Set(FuzzTarget.all.map(\.name)))
  }
}
