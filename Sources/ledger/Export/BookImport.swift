import Digest
import LedgerCore
import LedgerRenderings
import SQLiteStorage
import Tabular

/// Makes the book of an export again.
struct BookImport {
  let folder: String
  /// The digest of each file, by its name.
  private let digests: [String: String]

  /// Reads the manifest, and compares every file with it.
  init(folder: String) throws {
    self.folder = folder
    let path = folder + "/" + ExportText.manifestFile
    guard let bytes = System.contents(of: path, limit: 1 << 20),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw CommandFailure(
        "\(quoted(path)) cannot be read: an export has it, unless it was cut short")
    }
    var digests: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let file = ExportText.file(inManifestLine: line) else {
        throw CommandFailure("\(quoted(path)) has a line that names no file: \(quoted("\(line)"))")
      }
      digests[file.name] = file.digest
    }
    self.digests = digests
    for (name, digest) in digests.sorted(by: { $0.key < $1.key }) {
      let found = try sha256(ofFile: folder + "/" + name)
      guard found == digest else {
        throw CommandFailure(
          "\(quoted(folder + "/" + name)) is not as it was exported: its SHA-256 is \(found), and "
            + "\(ExportText.manifestFile) says \(digest)")
      }
    }
  }

  /// Fills an empty book, and says how far it goes.
  func run(_ book: BookOptions) throws {
    var last: Int64 = 0
    try book.recording { ledger in
      last = try fill(ledger)
      return nil
    }
    Messages.show("rebuilt the book from \(quoted(folder)): entries 1 to \(last)")
  }

  /// Fills an empty book; returns its last entry.
  private func fill(_ ledger: SQLiteLedger) throws -> Int64 {
    let (version, lastEntry) = try book()
    try ledger.fill(schemaVersion: version) { filling in
      let contents = filling.contents
      let files = Set(contents.tables.map { ExportText.file(ofTable: $0.name) }).union([
        ExportText.bookFile, ExportText.schemaFile,
      ])
      if let other = files.symmetricDifference(digests.keys).sorted().first {
        throw CommandFailure(
          "\(quoted(folder)) is no export of schema \(version): \(quoted(other)) is "
            + (files.contains(other) ? "missing in" : "more than what is to be in")
            + " \(ExportText.manifestFile)")
      }
      for table in contents.tables { try fill(table, in: filling) }
      // The book now says just what the files say.
      for table in contents.tables {
        guard
          try BookExport.digest(of: table, in: contents)
            == digests[ExportText.file(ofTable: table.name)]
        else {
          throw CommandFailure(
            "the rows of \(quoted(path(of: table))) are not those of a table of schema \(version)")
        }
      }
    }
    return lastEntry
  }

  private func fill(_ table: BookTable, in filling: any BookFilling) throws {
    let name = path(of: table)
    do {
      var reader = try CSVReader(try ByteSource(path: name, inflatesGzip: false))
      guard reader.header == table.columns else {
        throw TabularError(
          line: 1, reason: "the columns are not \(table.columns.joined(separator: ","))")
      }
      try filling.fill(table) {
        switch try reader.next() {
        // A file does not pause.
        case nil, .pause: return nil
        case .record: return table.columns.indices.map { reader.text($0) }
        case .malformed(let reason): throw TabularError(line: reader.line, reason: reason)
        }
      }
    } catch {
      throw CommandFailure("\(quoted(name)): \(error)")
    }
  }

  private func book() throws -> (schemaVersion: Int, lastEntry: Int64) {
    let name = folder + "/" + ExportText.bookFile
    do {
      var reader = try CSVReader(try ByteSource(path: name, inflatesGzip: false))
      if reader.header == ExportText.bookColumns, case .record = try reader.next(),
        let version = Int(reader.text(0)), let last = Int64(reader.text(1))
      {
        return (version, last)
      }
    } catch {
      throw CommandFailure("\(quoted(name)): \(error)")
    }
    throw CommandFailure(
      "\(quoted(name)) does not say \(ExportText.bookColumns.joined(separator: " and "))")
  }

  private func path(of table: BookTable) -> String {
    folder + "/" + ExportText.file(ofTable: table.name)
  }
}
