import BookStorage
import LedgerCore
import Rows
import SQLite
import Threads

/// What SQLite itself checks of a book.
struct SQLiteChecks: StorageChecks {
  private let connection: Connection
  private let loss: LedgerError?
  private let isMarkDamaged: Bool
  /// What SQLite's own check finds, on another thread.
  private let fileFlaws: Handover<Result<[String], StorageError>>?

  /// Starts SQLite's own check.
  ///
  /// `other`: a second connection to the book, which makes this faster. `loss`: what was
  /// acknowledged, and is not in the book.
  init(
    connection: Connection, beside other: Connection?, loss: LedgerError? = nil,
    isMarkDamaged: Bool = false
  ) {
    self.isMarkDamaged = isMarkDamaged
    self.connection = connection
    self.loss = loss
    fileFlaws = other.flatMap { Self.fileFlawsBeside($0) }
  }

  func checkSchema(_ result: inout Verification) throws(StorageError) {
    try SchemaCheck(connection: connection).run(&result)
  }

  func checkReferences(
    except large: Set<String>, _ result: inout Verification
  ) throws(StorageError) {
    for table in try SQLiteSession(connection).tables() where !large.contains(table.name) {
      let keys = table.key
      var check = try connection.uncachedStatement(
        #"PRAGMA foreign_key_check("\#(table.name)")"#)
      let broken = try check.rows { row throws(StorageError) in
        (rowid: try row.optionalInteger(1), parent: try row.text(2))
      }
      for (rowid, parent) in broken {
        result.add(
          .init(
            .references, table: table.name,
            row: rowid.map { "\(keys.count == 1 ? keys[0] : "rowid") \($0)" },
            reason: "names a row of \(parent) that is not there"))
      }
      var count = try connection.uncachedStatement(#"SELECT count(*) FROM "\#(table.name)""#)
      try count.forEach { row throws(StorageError) in
        result.count(.references, try row.integer(0))
      }
    }
  }

  func checkFile(_ result: inout Verification) throws(StorageError) {
    result.count(.file, try Book(connection: connection).pragma("page_count"))
    // What keeps the other connection from reading may not affect this one.
    let flaws =
      if case .success(let found)? = fileFlaws?.take() { found } else {
        try Self.fileFlaws(connection)
      }
    for flaw in flaws { result.add(.init(.file, reason: flaw)) }
    if let loss { result.add(.init(.file, reason: "\(loss)")) }
    if isMarkDamaged {
      result.add(
        .init(
          .file,
          reason: "the receipt in the lock file cannot be read: an entry may be missing"))
    }
  }

  private static func fileFlawsBeside(
    _ other: Connection
  ) -> Handover<Result<[String], StorageError>>? {
    var own: Connection? = other
    return Handover.making {
      guard let connection = own.take() else { return nil }
      return Result { () throws(StorageError) in try fileFlaws(connection) }
    }
  }

  private static func fileFlaws(_ connection: Connection) throws(StorageError) -> [String] {
    // A fact's digest proves more than a CHECK, and the CHECKs of sales take longest of all.
    try connection.check(.foreignKeys)
    var check = try connection.uncachedStatement(
      "PRAGMA integrity_check(\(Verification.flawLimit))")
    let found = try check.rows { row throws(StorageError) in try row.text(0) }
    return found.flatMap { $0.split(separator: "\n") }
      .filter { $0 != "ok" && !$0.hasPrefix("***") }.map(String.init)
  }
}
