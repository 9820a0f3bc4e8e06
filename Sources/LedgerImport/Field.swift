/// A part of a record that a column or a constant fills.
enum Field: String, CaseIterable, Sendable {
  case event, market, platform, title
  case startsAt = "starts_at"
  case endsAt = "ends_at"
  case duration
  case brands, hosts, guests, creators
  case at, metric, count
  case order, line, product, quantity, amount
  case unitPrice = "unit_price"
  case currency, kind, source
  case observedAt = "observed_at"
  case quantityUnknown = "quantity_unknown"
  case notBefore = "not_before"
  case claim, stage, effective, reported, url, quote, disputes
  case survey, question, date, until, answers, positive
  case sampleSize = "sample_size"
  case base, rate
  case period, value
  case creator, joined, left, reason
  case citation
  case channel
  case from, text
  case name
  case canonical = "as"

  /// The field that a fact's own word means: facts say `end`, a file `ends_at`.
  init?(word: String) {
    switch word {
    case "start": self = .startsAt
    case "end": self = .endsAt
    case "brand": self = .brands
    case "host": self = .hosts
    case "guest": self = .guests
    case "creator": self = .creators
    case "sample size": self = .sampleSize
    default: self.init(rawValue: word)
    }
  }

  /// Whether it identifies a sale; marks may keep spreadsheets from reading it as a number.
  var isKeyOfSale: Bool { self == .order || self == .line || self == .event }

  /// Whether its text is read as a number.
  var isNumber: Bool {
    switch self {
    case .count, .line, .quantity, .amount, .unitPrice, .sampleSize: true
    default: false
    }
  }
}
