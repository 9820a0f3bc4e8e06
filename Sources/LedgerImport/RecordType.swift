/// What the rows of a file are.
public enum RecordType: String, CaseIterable, Sendable {
  /// One show a row.
  case events
  /// One count a row, or one for each metric's column.
  case audience
  /// One movement a row.
  case sales
  /// One show a row, with its audience counts and what its platform reports of it.
  case shows
  /// One rollout claim a row.
  case claims
  /// One survey a row.
  case surveys
  /// One exchange rate a row, or one for each currency's column.
  case rates
  /// One target a row.
  case targets
  /// One membership of a creator a row.
  case creators
  /// One order or line a row, with the show that sold it.
  case credits
  /// One mark of a show a row.
  case marks
  /// One alias of a creator, a brand or a product a row.
  case aliases
}

extension RecordType {
  /// The type of a name, also of the one that the command which imports it has.
  init?(name: String) {
    switch name {
    case "totals": self = .shows
    case "memberships": self = .creators
    default: self.init(rawValue: name)
    }
  }

  /// What the rows are, in words.
  var facts: String {
    switch self {
    case .events, .sales, .shows, .claims, .surveys, .rates, .targets, .creators, .credits,
      .marks, .aliases:
      rawValue
    case .audience: "audience counts"
    }
  }

  /// The fields that a row may fill, in the order in which they are documented.
  var fields: [Field] {
    switch self {
    case .events:
      [
        .event, .market, .platform, .title, .startsAt, .endsAt, .brands, .hosts, .guests, .creators,
      ]
    case .audience: [.event, .at, .metric, .count]
    case .sales:
      [
        .order, .line, .product, .quantity, .amount, .unitPrice, .currency, .at, .event, .market,
        .channel, .creator,
        .kind, .source, .quantityUnknown, .notBefore, .observedAt,
      ]
    case .shows:
      [
        .event, .market, .platform, .title, .startsAt, .endsAt, .duration, .brands, .hosts, .guests,
        .creators, .currency, .observedAt,
      ]
    case .claims:
      [
        .claim, .market, .platform, .stage, .effective, .reported, .source, .url, .quote, .disputes,
      ]
    case .surveys:
      [
        .survey, .market, .kind, .question, .date, .until, .sampleSize, .answers, .positive,
        .source, .url,
      ]
    case .rates: [.date, .base, .currency, .rate, .source]
    case .targets: [.event, .market, .metric, .period, .value, .currency, .source]
    case .creators: [.creator, .market, .platform, .joined, .left, .reason, .source]
    case .credits:
      [
        .order, .line, .event, .channel, .creator, .market, .source, .observedAt, .citation,
      ]
    case .marks: [.event, .from, .until, .kind, .text, .creator]
    case .aliases: [.kind, .name, .canonical, .citation]
    }
  }

  /// The ledger's own columns: each field is the column of its name.
  var ownFields: [Field] { fields.filter { $0 != .unitPrice } }

  /// The fields without which there is no fact, whatever the profile.
  var requiredFields: [Field] {
    switch self {
    case .events, .shows: [.event, .market, .platform, .title, .startsAt]
    case .audience: [.event, .at, .metric, .count]
    case .sales: [.order, .line, .product, .quantity, .amount, .currency, .at]
    case .claims: [.stage, .reported, .source]
    case .surveys: [.market, .kind, .date, .answers, .source]
    // The others stand in the header where there is a column for each currency.
    case .rates: [.date]
    case .targets: [.metric, .value]
    case .creators: [.creator, .market, .joined]
    case .credits: [.order]
    case .marks: [.event, .from]
    case .aliases: [.kind, .name, .canonical]
    }
  }
}
