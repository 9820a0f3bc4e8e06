import BookStorage
import Foundation
import LedgerCore
import LedgerImport
import LedgerKit
import SQLiteStorage

@testable import ledger

extension ErrorExample where Value == LedgerError {
  /// A fact of each kind that is recorded with another value.
  static func conflicts(_ book: ErrorBook) throws -> [LedgerError] {
    let header = "event,market,platform,title,starts_at\n"
    let texts: [(RecordType, String, String)] = [
      (.audience, "event,at,metric,count\non-trend,2021-12-08T17:00Z,views,", "1"),
      (.events, header + "spring,UK,tiktok,Spring,2022-03-08T17:0", "0Z"),
      (.claims, "claim,market,stage,reported,source\nplan,DE,", "planned,2022-07-05,FT"),
      (.surveys, "survey,market,kind,date,answers,source\ns,UK,awareness,2022,yes=", "5,S"),
      (
        .sales,
        "order,line,product,quantity,amount,currency,at,market\n9,1,P,1,5,GBP,2021-12-08T17:0",
        "0Z,UK"
      ),
      (.creators, "creator,market,joined,left\nBen,UK,2021-12-01,2022-01-0", "1"),
      (.marks, "event,text,from,until\non-trend,x,2021-12-08T17:00Z,2021-12-08T17:1", "0Z"),
    ]
    let others = ["2", "1Z", "dropped,2022-07-05,FT", "6,S", "1Z,UK", "2", "1Z"]
    var errors = try zip(texts, others).map { text, other in
      try book.load(text.1 + text.2 + "\n", as: text.0)
      let rejections = try book.load(text.1 + other + "\n", as: text.0).rejections
      guard case .ledger(let error) = rejections.first?.reason else {
        throw NothingThrown(type: "\(text.0)")
      }
      return error
    }
    func reported(_ number: Int64) throws -> ReportedTotal {
      try ReportedTotal(
        event: EventKey("on-trend"), measure: .orders, source: "tiktok",
        observedAt: ErrorBook.instant("2021-12-09T09:00Z"),
        amount: .number(Decimal(micros: Int128(number) * 1_000_000)))
    }
    _ = try book.ledger.record([reported(5)], as: book.draft)
    let later = try reported(6)
    errors.append(
      try thrown { _ = try Messages.show(book.ledger.record([later], as: book.draft), of: later) })
    return errors
  }

  /// What is wrong with the file of a book.
  static func files(_ book: ErrorBook) throws -> [LedgerError] {
    func open(_ name: String) throws -> LedgerError {
      try thrown { _ = try SQLiteLedger.open(book.file(name), for: .reading) }
    }
    func readiness(by policy: ReadinessRequest.Policy) throws {
      var request = ReadinessRequest(market: "UK")
      request.policy = policy
      _ = try Book.inMemory().readiness(request)
    }
    try book.ledger.close()
    let bytes = try Data(contentsOf: URL(filePath: book.path))
    try Data("order,line\n".utf8).write(to: URL(filePath: book.file("notes.csv")))
    try bytes.prefix(8192).write(to: URL(filePath: book.file("short.db")))
    // The number of a schema is in the header, at byte 60 (sqlite.org/fileformat2.html#user_version).
    var newer = bytes
    newer.replaceSubrange(60..<64, with: [0, 0, 0x27, 0x0f])
    try newer.write(to: URL(filePath: book.file("newer.db")))
    let copy = try Data(contentsOf: URL(filePath: book.path))
    let impatient = try SQLiteLedger.open(book.path, for: .recording, waitingSeconds: 0)
    return [
      try open("nowhere.db"), try open("notes.csv"), try open("short.db"), try open("newer.db"),
      try thrown { _ = try SQLiteLedger.make(at: book.path) },
      try thrown { _ = try book.ledger.backUp(to: book.file("notes.csv")) },
      try thrown { _ = try SQLiteLedger.make(at: book.file("nowhere/ledger.db")) },
      try thrown { try book.ledger.fill(schemaVersion: 1) { _ in } },
      try thrown {
        _ = try book.ledger.reading { try book.ledger.void(1, reason: "x", as: book.draft) }
      },
      try thrown {
        _ = try SQLiteLedger.open(book.path, for: .reading).void(1, reason: "x", as: book.draft)
      },
      try thrown {
        _ = try Book.open(book.path).importFile(book.path, ImportRequest(.sales))
      },
      try thrown { _ = try Book.inMemory().fill(fromExport: book.file("nowhere")) },
      try thrown { _ = try Book.inMemory().export(to: book.file("nowhere/export")) },
      try thrown { try readiness(by: .file(book.file("nowhere.toml"))) },
      try thrown { try readiness(by: .file(book.file("short.db"))) },
      try thrown { try readiness(by: .file("/dev/zero")) },
      try thrown { _ = try Book.statement(inFile: book.file("nowhere.sql")) },
      try thrown {
        try Host.makeFolder(book.file("empty"), like: book.path)
        _ = try ImportFiles([book.file("empty")])
      },
      try thrown {
        try book.ledger.together {
          _ = try impatient.void(1, reason: "wrong", as: book.draft)
        } isKept: { _ in
          false
        }
      },
    ] + (try identities(book, copy))
  }

  /// What is wrong with which file it is.
  private static func identities(_ book: ErrorBook, _ bytes: Data) throws -> [LedgerError] {
    func recorded(in name: String) throws -> SQLiteLedger {
      let path = book.file(name)
      try bytes.write(to: URL(filePath: path))
      let ledger = try SQLiteLedger.open(path, for: .recording)
      try add("autumn", to: ledger)
      return ledger
    }
    func add(_ key: String, to ledger: SQLiteLedger) throws {
      let event = try Event(
        key: EventKey(key), market: Market.Code("UK"), platform: "tiktok", title: key,
        startsAt: ErrorBook.instant("2022-03-08T17:00Z"))
      _ = try ledger.record([event], as: book.draft)
    }
    let files = FileManager.default
    let open = try recorded(in: "moved.db")
    try files.moveItem(atPath: book.file("moved.db"), toPath: book.file("named.db"))
    let moved: LedgerError = try thrown { _ = try add("summer", to: open) }

    let log = try recorded(in: "log.db")
    defer { withExtendedLifetime(log) {} }
    try files.removeItem(atPath: book.file("log.db"))
    try bytes.write(to: URL(filePath: book.file("log.db")))
    let foreign: LedgerError = try thrown {
      _ = try SQLiteLedger.open(book.file("log.db"), for: .reading)
    }

    let older = try recorded(in: "older.db")
    try older.close()
    try bytes.write(to: URL(filePath: book.file("older.db")))
    let missing: LedgerError = try thrown {
      _ = try SQLiteLedger.open(book.file("older.db"), for: .recording)
    }

    try bytes.write(to: URL(filePath: book.file("one.db")))
    try files.linkItem(atPath: book.file("one.db"), toPath: book.file("two.db"))
    let names: LedgerError = try thrown {
      _ = try SQLiteLedger.open(book.file("two.db"), for: .reading)
    }
    return [moved, foreign, missing, names]
  }
}
