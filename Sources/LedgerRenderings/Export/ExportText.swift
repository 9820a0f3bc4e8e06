package import LedgerCore
import Tabular

/// The files of an export: a CSV file for each table, and files that describe them.
///
/// `SHA256SUMS` lists every other file with its digest, as `sha256sum --check` reads it.
package enum ExportText {
  package static let manifestFile = "SHA256SUMS"
  /// The file with the version of the schema and the number of the last entry.
  package static let bookFile = "book.csv"
  package static let bookColumns = ["schema_version", "last_entry"]
  /// The file with the statements that create the tables; comments describe rows and columns.
  package static let schemaFile = "schema.sql"

  package static func file(ofTable name: String) -> String { name + ".csv" }

  package static func book(schemaVersion: Int, lastEntry: Int64) -> [UInt8] {
    var csv = CSVWriter()
    csv.append(bookColumns)
    csv.append(["\(schemaVersion)", "\(lastEntry)"])
    return csv.take()
  }

  package static func schema(_ statement: String) -> String { statement + ";\n\n" }

  /// The manifest: one line per file, in the order of the digests.
  package static func manifest(_ files: [(name: String, digest: String)]) -> String {
    files.map { "\($0.digest)  \($0.name)\n" }.sorted().joined()
  }

  /// The name and digest in a line of a manifest; `nil` if it names no file of the folder.
  package static func file(
    inManifestLine line: Substring
  ) -> (name: String, digest: String)? {
    let name = line.dropFirst(66)
    guard line.dropFirst(64).hasPrefix("  "), !name.isEmpty, !name.contains("/") else { return nil }
    return (String(name), String(line.prefix(64)))
  }

  /// The rows of a table as CSV.
  package struct Table {
    private var csv = CSVWriter()

    package init(columns: [String]) { csv.append(columns) }

    /// Whether there is enough to write: more than 64 KiB.
    package var isPart: Bool { csv.bytes.count > 1 << 16 }

    package mutating func append(_ row: [AnswerValue]) { csv.append(row.map(\.plainText)) }

    /// Returns what has not yet been taken.
    package mutating func take() -> [UInt8] { csv.take() }
  }
}
