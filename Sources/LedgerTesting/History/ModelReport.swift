import LedgerCore

/// Figures of a market's report, straight from the facts.
struct ModelReport {
  let eventCount: Int
  /// The most people at once.
  let peak: Int64?
  /// People at once on average, in millionths, a half rounded to even.
  let averageMicros: Int128?
  let views: Int64?
  /// The latest number of different viewers of each event that has one.
  let viewers: [Int64]
  /// The sum of all movements of each currency, by its code.
  let net: [Int128]
  /// The different orders of each currency.
  let orders: [Int64]

  init(_ model: Model, of market: Market.Code) {
    let events = model.shows.filter { $0.market == market }
    func curves(_ metric: Metric) -> [[AudienceCount]] {
      events.map { event in
        model.counts.filter { $0.event == event.key && $0.metric == metric }
          .sorted { $0.at < $1.at }
      }.filter { !$0.isEmpty }
    }
    eventCount = events.count
    peak = curves(.concurrent).joined().map(\.count).max()

    var twiceArea: Int128 = 0
    var milliseconds: Int128 = 0
    for curve in curves(.concurrent) {
      let gaps = Set(Model.gaps(of: curve).map(\.from))
      for (left, right) in zip(curve, curve.dropFirst()) where !gaps.contains(left.at) {
        let time = Int128(right.at.milliseconds - left.at.milliseconds)
        twiceArea += Int128(left.count + right.count) * time
        milliseconds += time
      }
    }
    if milliseconds > 0 {
      let below = twiceArea * 1_000_000 / (2 * milliseconds)
      let rest = twiceArea * 1_000_000 - below * 2 * milliseconds
      let isUp = rest > milliseconds || (rest == milliseconds && below % 2 == 1)
      averageMicros = isUp ? below + 1 : below
    } else {
      averageMicros = nil
    }

    let latestViews = curves(.views).compactMap(\.last?.count)
    views = latestViews.isEmpty ? nil : latestViews.reduce(0, +)
    viewers = curves(.uniqueViewers).compactMap(\.last?.count)

    let sales = model.sales.filter { $0.market == market }.map(\.sale)
    let codes = Set(sales.map(\.amount.currency.code)).sorted()
    net = codes.map { code in
      sales.filter { $0.amount.currency.code == code }.reduce(0) { $0 + $1.amount.micros }
    }
    orders = codes.map { code in
      let sold = sales.filter { $0.amount.currency.code == code && $0.key.kind == .sale }
      return Int64(Set(sold.map { "\($0.key.source) \($0.key.order)" }).count)
    }
  }
}
