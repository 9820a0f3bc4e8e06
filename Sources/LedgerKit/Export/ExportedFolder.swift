import LedgerCore
import LedgerRenderings
import Tabular

/// A folder that a book was exported to.
struct ExportedFolder {
  let path: String
  /// The digest of each file, by its name.
  private let digests: [String: String]

  /// Reads the manifest, and compares every file with it.
  ///
  /// - Throws: ``LedgerError/file(_:)``
  init(_ path: String) throws {
    self.path = path
    let manifest = path + "/" + ExportText.manifestFile
    try Self.refuseOther(manifest)
    guard let bytes = Host.contents(of: manifest, limit: 1 << 20),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw Self.fault(manifest, "cannot be read: an export has it, unless it was cut short")
    }
    var digests: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let file = ExportText.file(inManifestLine: line) else {
        throw Self.fault(manifest, "has a line that names no file: \(quoted("\(line)"))")
      }
      digests[file.name] = file.digest
    }
    self.digests = digests
    for (name, digest) in digests.sorted(by: { $0.key < $1.key }) {
      let file = path + "/" + name
      try Self.refuseOther(file)
      let found: String
      do { found = try sha256(ofFile: file) } catch {
        throw Self.fault(file, "cannot be read: \(error)")
      }
      guard found == digest else {
        throw Self.fault(
          file,
          "is not as it was exported: its SHA-256 is \(found), and "
            + "\(ExportText.manifestFile) says \(digest)")
      }
    }
  }

  /// Refuses what is no file of the folder itself, and what would not end.
  private static func refuseOther(_ file: String) throws(LedgerError) {
    if let kind = Host.otherThanFile(file) {
      throw fault(file, "is \(kind): an export has plain files, and nothing else is read")
    }
  }

  /// Fills an empty book; returns its last entry.
  func fill(_ ledger: any Portable) throws -> Int64 {
    let (version, lastEntry) = try extent()
    do { try ledger.fill(schemaVersion: version) { try fill($0, version) } } catch {
      guard case LedgerError.notAsRecorded = error else { throw error }
      throw Self.fault(path, "is not as its book was recorded: \(error)")
    }
    return lastEntry
  }

  private func fill(_ filling: any BookFilling, _ version: Int) throws {
    let contents = filling.contents
    let files = Set(contents.tables.map { ExportText.file(ofTable: $0.name) }).union([
      ExportText.bookFile, ExportText.schemaFile,
    ])
    if let other = files.symmetricDifference(digests.keys).sorted().first {
      throw Self.fault(
        path,
        "is no export of schema \(version): \(quoted(other)) is "
          + (files.contains(other) ? "missing in" : "more than what is to be in")
          + " \(ExportText.manifestFile)")
    }
    for table in contents.tables { try fill(table, in: filling) }
    // The book now says just what the files say.
    for table in contents.tables {
      let name = ExportText.file(ofTable: table.name)
      guard try Book.digest(of: table, in: contents) == digests[name] else {
        throw Self.fault(
          path + "/" + name, "has rows that are not those of a table of schema \(version)")
      }
    }
  }

  private func fill(_ table: BookTable, in filling: any BookFilling) throws {
    let name = path + "/" + ExportText.file(ofTable: table.name)
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
      throw Self.fault(name, "is no such table: \(error)")
    }
  }

  /// The version of the schema, and the last entry.
  private func extent() throws -> (schemaVersion: Int, lastEntry: Int64) {
    let name = path + "/" + ExportText.bookFile
    do {
      var reader = try CSVReader(try ByteSource(path: name, inflatesGzip: false))
      if reader.header == ExportText.bookColumns, case .record = try reader.next(),
        let version = Int(reader.text(0)), let last = Int64(reader.text(1))
      {
        return (version, last)
      }
    } catch {
      throw Self.fault(name, "cannot be read: \(error)")
    }
    throw Self.fault(
      name, "does not say \(ExportText.bookColumns.joined(separator: " and "))")
  }

  private static func fault(_ path: String, _ reason: String) -> LedgerError {
    .file(.notAsExported(path: path, reason: reason))
  }
}

extension Book {
  /// Makes the book of an export again, in this empty book: all of it, or nothing.
  ///
  /// Every file is compared with its digest, before and after, and every entry with its own.
  ///
  /// - Returns: its last entry.
  /// - Throws: ``LedgerError/file(_:)``, ``LedgerError/notEmpty(path:entries:)``, ``LedgerError``
  public func fill(fromExport folder: String) throws -> Int64 {
    try ExportedFolder(folder).fill(portable())
  }
}
