/// Something that the book records: an event, an audience count, a sale, a claim and so on.
public protocol Fact: Equatable, Sendable {
  /// What identifies it, in words.
  var subject: String { get }
  /// Its values besides its key, field by field, in words.
  var values: [(field: String, text: String)] { get }
  /// How it can be recorded if its key is taken.
  var remedy: LedgerError.ConflictRemedy { get }
}

extension Fact {
  /// How it differs from another fact with the same key: `end – → 2021-12-08T18:30:00Z`.
  public func differences(from other: Self) -> String {
    zip(values, other.values).filter { $0.text != $1.text }
      .map { "\($0.field) \($1.text) → \($0.text)" }.joined(separator: ", ")
  }
}

extension LedgerError {
  /// The error for a key that has another value in the book; it shows the fields that differ.
  public static func conflict<F: Fact>(given: F, recorded: F) -> LedgerError {
    var differences: [(given: String, recorded: String)] = []
    for (new, old) in zip(given.values, recorded.values) where new.text != old.text {
      differences.append(("\(new.field) \(new.text)", "\(old.field) \(old.text)"))
    }
    return .conflict(
      fact: given.subject, given: differences.map(\.given).joined(separator: ", "),
      recorded: differences.map(\.recorded).joined(separator: ", "), remedy: given.remedy)
  }
}

extension Event: Fact {
  /// `event "on-trend-2021-12-08"`.
  public var subject: String { "event \"\(key)\"" }

  /// Everything except the key.
  public var values: [(field: String, text: String)] {
    [
      ("market", market.description), ("platform", quoted(platform)), ("title", quoted(title)),
      ("start", startsAt.description), ("end", endsAt?.description ?? "–"),
      ("brands", list(brands)),
      ("creators", list(creators.map { "\($0.name) (\($0.role.rawValue))" })),
    ]
  }

  /// A key identifies one event.
  public var remedy: LedgerError.ConflictRemedy { .amend }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "–" : names.map(quoted).joined(separator: ", ")
  }
}

extension AudienceCount: Fact {
  /// `concurrent count of event "on-trend" at 2021-12-08T17:00:00Z`.
  public var subject: String { "\(metric.rawValue) count of event \"\(event)\" at \(at)" }

  /// The count.
  public var values: [(field: String, text: String)] { [("count", "\(count)")] }

  /// An event has one count of a metric at an instant.
  public var remedy: LedgerError.ConflictRemedy { .restate }
}

extension Sale: Fact {
  /// `sale of order "1001", line 2, of source "ledger"`.
  public var subject: String {
    "\(key.kind.rawValue) of order \(quoted(key.order)), line \(key.line), of source "
      + quoted(key.source)
  }

  /// Everything except the key.
  public var values: [(field: String, text: String)] {
    [
      ("product", product.map(quoted) ?? "–"),
      ("quantity", isQuantityUnknown ? "unknown" : "\(quantity)"),
      ("amount", "\(amount.exactText) \(amount.currency.code)"), ("at", at.description),
      ("not_before", notBefore?.description ?? "–"),
      ("event", event.map { quoted($0.description) } ?? "–"),
    ]
      // An event's sale has the event's market, whether or not it was given.
      + (event == nil ? [("market", market?.description ?? "–")] : [])
  }

  /// A line has one movement of each kind.
  public var remedy: LedgerError.ConflictRemedy { .anotherLine }
}
