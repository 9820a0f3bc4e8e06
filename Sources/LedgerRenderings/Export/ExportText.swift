package import LedgerCore
import Tabular

/// The texts of an export: a file of CSV for each table, and what they are.
///
/// `SHA256SUMS` names every other file with its digest, as `sha256sum --check` reads it.
package enum ExportText {
  package static let manifestFile = "SHA256SUMS"
  /// The version of the schema, and how far the book goes.
  package static let bookFile = "book.csv"
  package static let bookColumns = ["schema_version", "last_entry"]
  /// The statements that make the tables, whose comments say what a row and a column is.
  package static let schemaFile = "schema.sql"

  package static func file(ofTable name: String) -> String { name + ".csv" }

  package static func book(schemaVersion: Int, lastEntry: Int64) -> [UInt8] {
    var csv = CSVWriter()
    csv.append(bookColumns)
    csv.append(["\(schemaVersion)", "\(lastEntry)"])
    return csv.take()
  }

  package static func schema(_ statement: String) -> String { statement + ";\n\n" }

  /// A line for each file, in the order of the digests.
  package static func manifest(_ files: [(name: String, digest: String)]) -> String {
    files.map { "\($0.digest)  \($0.name)\n" }.sorted().joined()
  }

  /// The name and digest in a line of a manifest; `nil` where it names no file of the folder.
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

    /// Whether enough has come together to be written.
    package var isPart: Bool { csv.bytes.count > 1 << 16 }

    package mutating func append(_ row: [AnswerValue]) { csv.append(row.map(\.plainText)) }

    /// Hands over what is not yet taken.
    package mutating func take() -> [UInt8] { csv.take() }
  }
}
