public import LedgerCore
import LedgerImport

extension Book {
  /// Computes a report, from one state of the book.
  ///
  /// `isIllustrated`: whether each section has what a page shows in addition.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong, or what the book does not have.
  public func report(_ request: ReportRequest, isIllustrated: Bool = false) throws -> Report {
    try request.check()
    return try ledger.reading {
      let reference = try ledger.reference()
      let markets = try markets(request.market, reference)
      var sections: [Report.Section] = []
      var entry: Int64?
      if markets.isEmpty {
        entry = try lastEntry(asOf: request.asOf, in: .utc)
        try ledger.checkNames(try request.filter, asOf: entry)
        _ = try rules(of: request, asOf: entry)
      }
      for market in markets {
        let span = try span(request.days, asOf: request.asOf, in: market)
        entry = span.entry
        if sections.isEmpty { try ledger.checkNames(try request.filter, asOf: entry) }
        let rules = try rules(of: request, asOf: entry)
        var own = try marketRequest(request, span)
        own.credit = rules.credit
        own.currency = try rules.currency.map(reference.currency)
        let policy = isIllustrated ? try policy(.setting, reference, asOf: entry) : nil
        own.settings = [span.setting].compactMap(\.self) + rules.settings
        if let setting = policy?.setting { own.settings.append(setting) }
        sections.append(try section(market, own, request.comparison, illustratedBy: policy?.policy))
      }
      return Report(
        sections: sections,
        book: try state(asOf: entry))
    }
  }

  private func section(
    _ market: Market, _ request: MarketReport.Request, _ comparison: String?,
    illustratedBy policy: ReadinessPolicy?
  ) throws(LedgerError) -> Report.Section {
    var request = request
    var compared: MarketReport?
    if let comparison {
      request.isCompared = true
      var other = request
      other.period = try period(of: comparison, for: request.period)
      compared = try MarketReport(of: market, in: ledger, other)
    }
    let report = try MarketReport(of: market, in: ledger, request)
    var illustration: ReportIllustration?
    if let policy {
      illustration = try ReportIllustration(
        of: report, in: ledger, by: policy, book: try state(asOf: request.asOf))
    }
    return Report.Section(report: report, comparison: compared, illustration: illustration)
  }

  private func marketRequest(
    _ request: ReportRequest, _ span: Span
  ) throws(LedgerError) -> MarketReport.Request {
    var own = MarketReport.Request(
      period: span.period, filter: try request.filter, grouping: request.grouping,
      refunds: request.refunds, asOf: span.entry, now: span.now,
      refundDays: request.refundDays, bootstrap: Bootstrap(seed: request.seed),
      limit: request.limit)
    if let sort = request.sort { own.sort = try ReportMetric(name: sort) }
    return own
  }

  private func markets(_ list: String?, _ reference: Reference) throws(LedgerError) -> [Market] {
    guard let list else {
      let used = try ledger.markets()
      return reference.markets.filter { used.contains($0.code) }
    }
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    // A name may have a comma: "Korea, Republic of".
    if !names.contains(""), let market = try? reference.market(list) { return [market] }
    var markets: [Market] = []
    for name in names {
      let market = try reference.market(name)
      if !markets.contains(market) { markets.append(market) }
    }
    return markets
  }

  private func period(
    of comparison: String, for period: ReportPeriod
  ) throws(LedgerError) -> ReportPeriod {
    guard let compared = ComparedPeriod(comparison) else {
      throw .invalid(
        field: "comparison", value: comparison,
        reason: "is not previous, last-year or two days written like 2021-11-01..2021-11-30")
    }
    return try compared.period(for: period)
  }
}
