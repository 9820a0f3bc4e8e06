/// The types of fact that a book records; the raw value is the plural name.
public enum FactType: String, CaseIterable, Sendable {
  case events
  case audienceCounts = "audience_counts"
  case sales
  case reportedTotals = "reported_totals"
  case claims
  case memberships
  case targets
  case surveys
  case rates
  case questions
  case acceptances
  case amendments
  case settings
  case coverages
  case credits
  case sameShows = "same_shows"
  case marks
  case aliases

  private var nouns: (one: String, several: String) {
    switch self {
    case .rates: return ("exchange rate", "exchange rates")
    case .aliases: return ("alias", "aliases")
    case .questions: return ("saved query", "saved queries")
    default:
      let plural = String(rawValue.map { $0 == "_" ? " " : $0 })
      return (String(plural.dropLast()), plural)
    }
  }

  /// A number of facts of this type, in words: `1 audience count`, `2 sales`.
  public func phrase(_ count: Int64) -> String {
    "\(grouped(count)) \(count == 1 ? nouns.one : nouns.several)"
  }

  /// What an entry counts of this type, in words.
  package var counted: String {
    switch self {
    case .events: "shows"
    case .sales: "sales, cancellations, refunds and adjustments"
    case .amendments: "amendments of shows"
    case .aliases: "aliases of creators, brands and products"
    case .questions: "versions of saved queries"
    default: nouns.several
    }
  }
}
