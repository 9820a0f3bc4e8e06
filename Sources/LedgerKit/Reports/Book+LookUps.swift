public import LedgerCore

/// What a book holds, asked for in words.
///
/// `market` is a code, an alias or a name of one; `nil` for all. `asOf` is an entry's number, a day
/// or a time; `nil` for now. Where a list is of no single market, days are those of UTC.
extension Book {
  /// The events that start on some days; newest first, at most `limit`.
  ///
  /// - Throws: ``LedgerError``
  public func events(
    in market: String? = nil, days: DayRange = DayRange(), limit: Int? = nil
  ) throws(LedgerError) -> [Event] {
    let market = try self.market(market)
    return try ledger.events(
      in: market?.code, during: period(days, in: market).range, limit: limit)
  }

  /// What was recorded, newest first, at most `limit` lines; an imported file is one line, unless
  /// `listsEntries`.
  ///
  /// `author`: only what this person recorded, whatever the case of the name.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)`` for an author of no entry, ``LedgerError``
  public func log(
    limit: Int? = nil, listsEntries: Bool = false, author: String? = nil
  ) throws(LedgerError) -> [LogLine] {
    if let author {
      let lines = try log(listsEntries: listsEntries)
      let names = Set(lines.compactMap(\.first.draft.author)).sorted()
      let name = author.lowercased()
      let own = lines.filter { $0.first.draft.author?.lowercased() == name }
      guard !own.isEmpty else {
        throw .unknownName(.author, author, near: nearest(to: author, among: names))
      }
      return Array(own.prefix(most(limit)))
    }
    if listsEntries { return try ledger.entries(limit: limit).map { LogLine($0) } }
    return Array(LogLine.lines(try ledger.entries(limit: nil)).prefix(most(limit)))
  }

  /// The targets of a market and of its events.
  ///
  /// - Throws: ``LedgerError``
  public func targets(
    in market: String? = nil, asOf: String? = nil
  ) throws(LedgerError) -> [TargetRecord] {
    try ledger.targets(in: self.market(market)?.code, asOf: lastEntry(asOf: asOf, in: .utc))
  }

  /// The surveys of a market, or only those of a kind; the one that ended latest comes last.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)`` for a kind that no survey in the book has and
  ///   that is not one that readiness needs, ``LedgerError``
  public func surveys(
    in market: String? = nil, kind: String? = nil, asOf: String? = nil
  ) throws(LedgerError) -> [Survey] {
    var own: Survey.Kind?
    if let kind { own = try Survey.Kind(kind) }
    let market = try self.market(market)?.code
    let entry = try lastEntry(asOf: asOf, in: .utc)
    guard let own else { return try ledger.surveys(in: market, asOf: entry) }
    let all = try ledger.surveys(in: nil, asOf: entry)
    try own.check(among: all)
    return all.filter { $0.kind == own && (market == nil || $0.market == market) }
  }

  /// The exchange rates between currencies, and the euro, on some days; empty for all currencies.
  ///
  /// - Throws: ``LedgerError``
  public func rates(
    between currencies: [String] = [], days: DayRange = DayRange(), asOf: String? = nil
  ) throws(LedgerError) -> [ExchangeRate] {
    let reference = try ledger.reference()
    let known = Set(
      try currencies.map { code throws(LedgerError) in try reference.currency(code) })
    let period = try period(days, in: nil)
    return try ledger.rates(
      between: known.isEmpty ? nil : known.union([ExchangeRates.pivot]),
      on: (period.from ?? .earliest)...(period.to ?? .latest),
      asOf: lastEntry(asOf: asOf, in: .utc))
  }

  /// The stage of the rollout, by claims on a market.
  ///
  /// `asOf`: a date, such as `2022-07-31` or `2022-H1`, for what had been reported by then; an
  /// entry's number or a time, for what had been recorded by then. A year alone is an entry's
  /// number.
  ///
  /// - Throws: ``LedgerError``
  public func rollout(
    in market: String? = nil, asOf: String? = nil
  ) throws(LedgerError) -> Rollout {
    let date = asOf.flatMap { Int64($0) == nil ? PartialDate($0) : nil }
    let entry = date == nil ? try lastEntry(asOf: asOf, in: .utc) : nil
    return Rollout(
      try ledger.claims(in: self.market(market)?.code, asOf: entry), reportedBy: date)
  }

  /// How the numbers of an event were restated, from one state of the book.
  ///
  /// Sales without an event are credited by the book's setting, if it has one, as of each entry.
  ///
  /// `metrics`: the names of the figures to follow; empty for the usual sums.
  ///
  /// - Throws: ``LedgerError``
  public func drift(of event: String, metrics: [String] = []) throws -> Drift {
    let chosen = try metrics.map(ReportMetric.init(name:))
    let key = try EventKey(event)
    return try ledger.reading {
      _ = try use(.credit, asOf: nil)
      return try Drift(
        of: key, chosen.isEmpty ? Drift.sums : chosen, in: ledger, usesSettings: true)
    }
  }

  /// A market by its code, an alias or its name.
  func market(_ text: String?) throws(LedgerError) -> Market? {
    guard let text else { return nil }
    return try ledger.reference().market(text)
  }
}
