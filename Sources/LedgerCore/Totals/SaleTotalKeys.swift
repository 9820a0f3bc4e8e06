/// What identifies the sales credited to an event in a currency.
package struct EventSaleKey: Hashable {
  package let event: Int64
  package let currency: Currency

  package init(event: Int64, currency: Currency) {
    self.event = event
    self.currency = currency
  }
}

/// What identifies sales credited to an event in a quarter of an hour.
package struct EventQuarterKey: Hashable {
  package let event: Int64
  package let currency: Currency
  package let quarter: Int64

  package init(event: Int64, currency: Currency, quarter: Int64) {
    self.event = event
    self.currency = currency
    self.quarter = quarter
  }

  /// Hashes what differs most often, which is faster than hashing everything.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(event)
    hasher.combine(quarter)
  }
}

/// What identifies a market's sales in a quarter of an hour.
package struct MarketQuarterKey: Hashable {
  package let market: Market.Code
  package let currency: Currency
  package let quarter: Int64
  package let isCredited: Bool

  package init(market: Market.Code, currency: Currency, quarter: Int64, isCredited: Bool) {
    self.market = market
    self.currency = currency
    self.quarter = quarter
    self.isCredited = isCredited
  }

  /// Hashes what differs most often, which is faster than hashing everything.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(quarter)
    hasher.combine(isCredited)
  }
}

/// What identifies a market's sales on a day.
package struct MarketDayKey: Equatable {
  package let market: Market.Code
  package let currency: Currency
  package let day: Int64
  package let isCredited: Bool

  /// The key of the day that a quarter of an hour belongs to.
  package init(_ part: MarketQuarterKey) {
    market = part.market
    currency = part.currency
    day = SaleDays.day(ofQuarter: part.quarter)
    isCredited = part.isCredited
  }
}

/// What identifies the sales of a product, by event.
package struct ProductKey: Hashable {
  package let market: Market.Code
  package let event: Int64?
  package let product: ByteText?
  package let currency: Currency

  package init(market: Market.Code, event: Int64?, product: ByteText?, currency: Currency) {
    self.market = market
    self.event = event
    self.product = product
    self.currency = currency
  }

  /// Hashes what differs most often, which is faster than hashing everything.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(event)
    hasher.combine(product)
  }
}
