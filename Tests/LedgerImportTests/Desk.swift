import Foundation
import LedgerCore
import LedgerImport
import Tabular
import Testing

/// A ledger to import into, and what was said meanwhile.
final class Desk {
  let ledger = MemoryLedger()
  private(set) var rejections: [Rejection] = []
  private(set) var chunks: [ImportSummary] = []

  /// The rejections as a person reads them.
  var said: [String] { rejections.map(\.description) }

  @discardableResult
  func load(
    _ text: String, as records: RecordType, _ profile: Profile? = nil, file: String = "a.csv",
    onConflict: ConflictRule = .refuse, rejectionLimit: Int64? = nil
  ) throws(ImportError) -> ImportSummary {
    rejections = []
    chunks = []
    let importer = Importer(repository: ledger, reference: reference, zone: zone)
    return try importer.run(
      ByteSource(bytes: Array(text.utf8), name: file), as: records, profile: profile,
      onConflict: onConflict, rejectionLimit: rejectionLimit,
      draft: { lines in
        Entry.Draft(
          recordedAt: .earliest, command: "import", note: "\(lines.lowerBound)-\(lines.upperBound)")
      },
      onRejection: { self.rejections.append($0) },
      afterChunk: { progress in
        self.chunks.append(progress.summary)
        return .goOn
      })
  }

  private(set) var notices: [String] = []

  /// Loads an export as the command line does: its header says what it is.
  @discardableResult
  func load(
    export text: String, stating constants: [String: String] = [:], tz: String? = nil,
    named name: String? = nil, acceptsChangedColumns: Bool = false, file: String = "a.csv",
    continuing: OpenOrder? = nil, at now: Instant = .earliest
  ) throws -> ImportSummary {
    rejections = []
    notices = []
    func adapt(_ profile: Profile) throws(ProfileError) -> Profile {
      var profile = profile
      for (field, value) in constants { profile = try profile.settingConstant(field, value) }
      return tz.map(profile.settingTimeZone) ?? profile
    }
    let importer = Importer(repository: ledger, reference: reference, zone: zone)
    return try importer.run(
      ByteSource(bytes: Array(text.utf8), name: file), as: nil,
      profile: try name.flatMap { try KnownExports.profile($0) }.map { try adapt($0) },
      adapting: adapt, acceptsChangedColumns: acceptsChangedColumns, continuing: continuing,
      draft: { _ in Entry.Draft(recordedAt: now, command: "import") },
      onRejection: { self.rejections.append($0) }, onRemark: { self.notices.append($0.description) }
    )
  }

  /// The facts as lines of text, in their order.
  var lines: [String] {
    let events = ledger.events.values.map { event in
      "event \(event.key) \(event.market) \(event.startsAt)–\(event.endsAt?.description ?? "")"
        + event.creators.map { " \($0.name)" }.joined()
    }
    let counts = ledger.counts.values.map { "\($0.metric.rawValue) \($0.count) at \($0.at)" }
    let totals = ledger.totals.values.map { total in
      "\(total.measure.rawValue) \(total.exactText)\(total.money.map { " " + $0.currency.code } ?? "")"
        + " at \(total.key.observedAt)"
    }
    let sales = ledger.sales.values.map { sale in
      "\(sale.key.kind.rawValue) \(sale.key.order)/\(sale.key.line) "
        + "\(sale.isQuantityUnknown ? "?" : "\(sale.quantity)") "
        + "\(sale.amount.exactText) \(sale.amount.currency.code) at "
        + (sale.notBefore.map { "\($0) to " } ?? "") + "\(sale.at)"
        + (sale.event.map { " in \($0)" } ?? "")
    }
    return events.sorted() + counts.sorted() + totals.sorted() + sales.sorted()
  }

  /// What an import that must fail says.
  func failure(
    _ text: String, as records: RecordType, _ profile: Profile? = nil
  ) -> ImportError? {
    do {
      try load(text, as: records, profile)
      return nil
    } catch { return error }
  }

  func addShow(_ key: String = "on-trend", market: String = "UK") throws {
    let text = """
      event,market,platform,title,starts_at
      \(key),\(market),tiktok,On Trend,2021-12-08T17:00Z

      """
    #expect(try load(text, as: .events).recorded == 1)
  }
}

let reference: Reference = {
  let euro = Currency(code: "EUR", digits: 2)
  let pound = Currency(code: "GBP", digits: 2)
  let dollar = Currency(code: "USD", digits: 2)
  let real = Currency(code: "BRL", digits: 2)
  let ringgit = Currency(code: "MYR", digits: 2)
  let dong = Currency(code: "VND", digits: 0)
  let yen = Currency(code: "JPY", digits: 0)
  let rupiah = Currency(code: "IDR", digits: 2)
  let yuan = Currency(code: "CNY", digits: 2)
  func market(_ code: String, _ name: String, _ currency: Currency, iso: String? = nil) -> Market {
    Market(
      code: Market.Code(code), isoCode: iso ?? code, name: name, currency: currency, timeZone: nil)
  }
  return Reference(
    markets: [
      market("ID", "Indonesia", rupiah), market("CN", "China", yuan),
      market("CZ", "Czechia", euro), market("DE", "Germany", euro), market("IE", "Ireland", euro),
      market("UK", "United Kingdom", pound, iso: "GB"), market("US", "United States", dollar),
      market("ZA", "South Africa", dollar), market("BR", "Brazil", real),
      market("MY", "Malaysia", ringgit), market("VN", "Viet Nam", dong),
    ],
    currencies: [euro, pound, dollar, real, ringgit, dong, yen, rupiah, yuan])
}()

/// Fixed offsets are enough here; `Europe/London` is winter's.
func zone(_ name: String) throws(LedgerError) -> LedgerCore.TimeZone {
  if name == "Europe/London" || name == "UTC" { return .utc }
  if let zone = LedgerCore.TimeZone(offset: name) { return zone }
  throw .invalid(field: "time zone", value: name, reason: "is not in the tz database")
}

/// An example profile of this package.
func exampleText(_ name: String) throws -> String {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
  let file = folder.appending(path: "../../examples/profiles/\(name).toml")
  return try String(contentsOf: file, encoding: .utf8)
}
