import Foundation
import LedgerCore
import LedgerImport
import LedgerKit
import Testing

/// Files of several kinds that are imported together.
@Suite struct SeveralFilesTests {
  private static let shows = "event,market,platform,title,starts_at\na,UK,x,A,2022-06-01T20:00Z\n"
  private static let counts = "event,at,metric,count\na,2022-06-01T20:10Z,views,12\n"
  private let folder: URL
  private let book: Book

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    book = try Book.inMemory()
  }

  private func write(_ texts: [String: String]) throws {
    for (name, text) in texts { try Data(text.utf8).write(to: folder.appending(path: name)) }
  }

  private func planned(
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> [PlannedImport] {
    var request = ImportRequest()
    change(&request)
    return try book.planned(ImportFiles([folder.path()]).paths, request)
  }

  private func names(_ planned: [PlannedImport]) -> [String] {
    planned.map { String($0.path.split(separator: "/").last ?? "") }
  }

  /// The counts were read first, and rejected, because their show was not in the book yet.
  @Test func `shows come before what refers to them, whatever the files are called`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(["1-notes.csv": "colour\nred\n", "2-counts.csv": Self.counts, "3.csv": Self.shows])
    let files = try planned()
    #expect(names(files) == ["3.csv", "2-counts.csv", "1-notes.csv"])
    #expect(files.map(\.records) == [.events, .audience, nil])
    for file in files.dropLast() {
      #expect(try book.importFile(file.path, file.request).isWhole)
    }
    let error = #expect(throws: ImportError.self) {
      try book.importFile(files[2].path, files[2].request)
    }
    #expect(error?.refusesFile == true)
    #expect(names(try planned { $0.records = .audience }).first == "1-notes.csv")
  }

  @Test func `a value for all rows is of the files whose records have it`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(["a.csv": Self.counts, "b.csv": Self.shows])
    let stated = { (request: inout ImportRequest) in
      request.constants = [("market", "UK"), ("currency", "GBP")]
    }
    let constants = try planned(stated).map { $0.request.constants.map(\.field) }
    // No file has a currency, so each one refuses it.
    #expect(constants == [["market", "currency"], ["currency"]])
  }
}
