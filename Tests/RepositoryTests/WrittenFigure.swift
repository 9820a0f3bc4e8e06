import LedgerCore

extension Figure {
  /// Its value as a test writes it: `12.5`, `5.00 GBP`, `600..750`, `≥ 20`; `–` where it is missing.
  var written: String {
    guard value == nil else { return Self.written(value) }
    return switch (bounds?.lower, bounds?.upper) {
    case (nil, nil): "–"
    case (let lower?, nil): "≥ \(Self.written(lower))"
    case (nil, let upper?): "≤ \(Self.written(upper))"
    case (let lower?, let upper?): "\(Self.written(lower)) to \(Self.written(upper))"
    }
  }

  private static func written(_ value: Value?) -> String {
    switch value {
    case nil: "–"
    case .count(let count)?: "\(count)"
    case .people(let lower, let upper)?: "\(lower)..\(upper)"
    case .decimal(let decimal)?: decimal.text()
    case .money(let money)?: "\(money.exactText) \(money.currency.code)"
    }
  }
}
