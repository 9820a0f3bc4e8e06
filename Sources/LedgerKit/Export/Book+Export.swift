import Digest
import LedgerCore
import LedgerRenderings

/// A folder with everything that a book holds.
public struct BookExport: Equatable, Sendable {
  /// The last entry in it; `nil` for an empty book.
  public let lastEntry: Int64?
  /// The SHA-256 of `SHA256SUMS`, which has the digest of every other file.
  public let digest: String

  /// Makes an export.
  public init(lastEntry: Int64?, digest: String) {
    self.lastEntry = lastEntry
    self.digest = digest
  }
}

extension Book {
  /// Writes everything that the book holds to a folder: a CSV file for each table, what they are,
  /// and `SHA256SUMS`, which is written last, so that an export that was cut short is none.
  ///
  /// `folder`: a new one, or an empty one.
  ///
  /// - Throws: ``LedgerError/file(_:)``, ``LedgerError``
  public func export(to folder: String) throws -> BookExport {
    do { try Host.makeFolder(folder, like: place) } catch {
      throw LedgerError.file(.cannotCreate(path: folder, reason: error.reason))
    }
    let ledger = try portable()
    return try ledger.readContents { contents in
      let last = try ledger.entries(limit: 1).first?.number
      return BookExport(
        lastEntry: last, digest: try write(contents, lastEntry: last ?? 0, to: folder))
    }
  }

  func portable() throws(LedgerError) -> any Portable {
    try capability("cannot be exported") { $0 as? any Portable }
  }

  /// Writes all files; returns the digest of the manifest.
  private func write(
    _ contents: any BookContents, lastEntry: Int64, to folder: String
  ) throws -> String {
    var files: [(name: String, digest: String)] = []
    func write(_ name: String, _ body: (ExportFile) throws -> ()) throws {
      let file = try ExportFile(name, inFolder: folder, like: place)
      try body(file)
      files.append((name, try file.finish()))
    }
    try write(ExportText.bookFile) { file in
      try file.write(
        ExportText.book(schemaVersion: contents.schemaVersion, lastEntry: lastEntry))
    }
    try write(ExportText.schemaFile) { file in
      for statement in contents.schema {
        try file.write(Array(ExportText.schema(statement).utf8))
      }
    }
    for table in contents.tables {
      try write(ExportText.file(ofTable: table.name)) { file in
        try Self.forEachPart(of: table, in: contents) { bytes in try file.write(bytes) }
      }
    }
    let manifest = try ExportFile(ExportText.manifestFile, inFolder: folder, like: place)
    try manifest.write(Array(ExportText.manifest(files).utf8))
    let digest = try manifest.finish()
    guard Host.sync(folder: folder) else { throw LedgerError.file(.unconfirmed(path: folder)) }
    return digest
  }

  /// The digest of the file that a table would be written to.
  static func digest(of table: BookTable, in contents: any BookContents) throws -> String {
    let hash = try SHA256()
    try forEachPart(of: table, in: contents) { bytes in try hash.update(bytes[...]) }
    return hexadecimal(try hash.finish())
  }

  private static func forEachPart(
    of table: BookTable, in contents: any BookContents, _ body: ([UInt8]) throws -> ()
  ) throws {
    var text = ExportText.Table(columns: table.columns)
    try contents.forEachRow(of: table) { row in
      text.append(row)
      if text.isPart { try body(text.take()) }
    }
    try body(text.take())
  }
}
