import ArgumentParser
import BookStorage
import Foundation
import LedgerCore
import LedgerImport
import LedgerKit
import SQLiteStorage
import Tabular

@testable import ledger

/// A book with a show and something of everything, of which examples ask what it refuses.
struct ErrorBook {
  let folder: URL
  let path: String
  let ledger: SQLiteLedger
  let reference: Reference

  static let sale = """
    order,line,product,quantity,amount,currency,at,event,market
    1,1,P,1,19.98,GBP,2021-12-08T17:20:00Z,on-trend,

    """

  init() throws {
    folder = try Shell.newFolder()
    path = folder.appending(path: "ledger.db").path()
    ledger = try SQLiteLedger.make(at: path)
    reference = try ledger.reference()
    let event = try Event(
      key: EventKey("on-trend"), market: Market.Code("UK"), platform: "tiktok", title: "On Trend",
      startsAt: Self.instant("2021-12-08T17:00Z"), endsAt: Self.instant("2021-12-08T18:00Z"),
      brands: ["Nutri Bullet"], creators: [Creator(name: "Amy", role: .host)])
    _ = try ledger.record([event], as: draft)
    try load(Self.sale, as: .sales)
  }

  var draft: Entry.Draft { Entry.Draft(recordedAt: .earliest, command: "test") }

  func file(_ name: String) -> String { folder.appending(path: name).path() }

  static func instant(_ text: String) throws -> Instant {
    try TimeFormat.iso8601.instant(text, zone: nil)
  }

  /// Loads a file, and returns what was rejected and remarked.
  @discardableResult
  func load(
    _ text: String, as records: RecordType? = nil, _ toml: String? = nil, file: String = "a.csv",
    stating constants: [String: String] = [:], layout: FileLayout = FileLayout(),
    limit: Int64? = nil, accepting: Bool = false
  ) throws -> (rejections: [Rejection], remarks: [ImportRemark]) {
    try load(
      ByteSource(bytes: Array(text.utf8), name: file), as: records, toml, stating: constants,
      layout: layout, limit: limit, accepting: accepting)
  }

  @discardableResult
  func load(
    _ source: ByteSource, as records: RecordType? = nil, _ toml: String? = nil,
    stating constants: [String: String] = [:], layout: FileLayout = FileLayout(),
    limit: Int64? = nil, accepting: Bool = false
  ) throws -> (rejections: [Rejection], remarks: [ImportRemark]) {
    var rejections: [Rejection] = []
    var remarks: [ImportRemark] = []
    let summary = try Importer(repository: ledger, reference: reference, zone: Zones.system.zone)
      .run(
        source, as: records, profile: toml.map { try Profile(toml: $0, name: "p.toml") },
        adapting: { profile throws(ProfileError) in
          var profile = profile
          for (field, value) in constants.sorted(by: { $0.key < $1.key }) {
            profile = try profile.settingConstant(field, value)
          }
          return profile
        },
        acceptsChangedColumns: accepting, layout: layout, rejectionLimit: limit,
        draft: { _ in draft }, onRejection: { rejections.append($0) },
        onRemark: { remarks.append($0) })
    return (rejections, remarks + summary.omissions)
  }

  /// What a command of the program ends with, asked of this book.
  func failure(of command: (some ParsableCommand).Type, _ arguments: String...) throws
    -> LedgerError
  {
    try thrown {
      var command = try command.parse(arguments + ["--db", path])
      try command.run()
    }
  }
}
