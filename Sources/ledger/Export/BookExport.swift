import Digest
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// A folder with all that a book holds: a file of CSV for each table, and what they are.
///
/// `SHA256SUMS` names every other file with its digest, as `sha256sum --check` reads it; it is
/// written last, so that an export that was cut short is none.
struct BookExport {
  let folder: String

  /// Writes all files; returns the digest of the manifest.
  func write(_ contents: any BookContents, lastEntry: Int64) throws -> String {
    var files: [(name: String, digest: String)] = []
    func write(_ name: String, _ body: (ExportFile) throws -> ()) throws {
      let file = try ExportFile(name, inFolder: folder)
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
    let manifest = try ExportFile(ExportText.manifestFile, inFolder: folder)
    try manifest.write(Array(ExportText.manifest(files).utf8))
    let digest = try manifest.finish()
    guard System.sync(folder: folder) else {
      throw CommandFailure("the disk did not confirm that \(quoted(folder)) was written")
    }
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
