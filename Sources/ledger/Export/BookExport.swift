import Digest
import LedgerCore
import SQLiteStorage
import Tabular

/// A folder with all that a book holds: a file of CSV for each table, and what they are.
///
/// `SHA256SUMS` names every other file with its digest, as `sha256sum --check` reads it; it is
/// written last, so that an export that was cut short is none.
struct BookExport {
  static let manifest = "SHA256SUMS"
  /// The version of the schema, and how far the book goes.
  static let book = "book.csv"
  static let bookColumns = ["schema_version", "last_entry"]
  /// The statements that make the tables, whose comments say what a row and a column is.
  static let schema = "schema.sql"

  let folder: String

  static func file(of table: StoredTable) -> String { table.name + ".csv" }

  /// Writes all files; returns the digest of the manifest.
  func write(_ contents: BookContents, lastEntry: Int64) throws -> String {
    var lines: [String] = []
    func write(_ name: String, _ body: (ExportFile) throws -> ()) throws {
      let file = try ExportFile(name, inFolder: folder)
      try body(file)
      lines.append("\(try file.finish())  \(name)\n")
    }
    try write(Self.book) { file in
      var csv = CSVWriter()
      csv.append(Self.bookColumns)
      csv.append(["\(contents.schemaVersion)", "\(lastEntry)"])
      try file.write(csv.take())
    }
    try write(Self.schema) { file in
      for statement in contents.schema { try file.write(Array((statement + ";\n\n").utf8)) }
    }
    for table in contents.tables {
      try write(Self.file(of: table)) { file in
        try Self.forEachPart(of: table, in: contents) { bytes in try file.write(bytes) }
      }
    }
    let manifest = try ExportFile(Self.manifest, inFolder: folder)
    try manifest.write(Array(lines.sorted().joined().utf8))
    let digest = try manifest.finish()
    guard System.sync(folder: folder) else {
      throw CommandFailure("the disk did not confirm that \(quoted(folder)) was written")
    }
    return digest
  }

  /// The digest of the file that a table would be written to.
  static func digest(of table: StoredTable, in contents: BookContents) throws -> String {
    let hash = try SHA256()
    try forEachPart(of: table, in: contents) { bytes in try hash.update(bytes[...]) }
    return hexadecimal(try hash.finish())
  }

  private static func forEachPart(
    of table: StoredTable, in contents: BookContents, _ body: ([UInt8]) throws -> ()
  ) throws {
    var csv = CSVWriter()
    csv.append(table.columns)
    try contents.forEachRow(of: table) { row in
      csv.append(row.map(\.plainText))
      if csv.bytes.count > 1 << 16 { try body(csv.take()) }
    }
    try body(csv.take())
  }
}
