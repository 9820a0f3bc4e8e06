/// A kind of setting: what commands use unless an option says otherwise; the raw value is the name.
///
/// A new setting is a case, and its definition below; a new type of value is checked where
/// ``SettingDefinition/Values`` is switched over.
public enum SettingKind: String, CaseIterable, Sendable {
  /// The rule that credits sales without a show to one.
  case credit
  /// The currency that reports convert amounts to.
  case currency
  /// The policy that readiness is judged by.
  case policy
  /// The zone of a market's days and local times.
  case zone

  /// What its values are, and what it decides.
  public var definition: SettingDefinition {
    switch self {
    case .credit:
      SettingDefinition(
        .creditRule, meaning: "how reports credit sales without a show",
        otherwise: "they are not credited")
    case .currency:
      SettingDefinition(
        .currency, meaning: "what reports convert all amounts to",
        otherwise: "currencies stay apart")
    case .policy:
      SettingDefinition(
        .policy, meaning: "the policy file that readiness is judged by",
        otherwise: "the policy that ships")
    case .zone:
      SettingDefinition(
        .timeZone, isOfMarket: true, meaning: "the zone of a market's days and local times",
        otherwise: "the zone of most people there; where that is only assumed, a local time must "
          + "state its zone")
    }
  }

  /// Its name, with `XX` for the market if it is of one: `zone.XX`.
  public var pattern: String { definition.isOfMarket ? "\(rawValue).XX" : rawValue }
}

/// What the values of a setting are, and what it decides.
public struct SettingDefinition: Equatable, Sendable {
  /// The types of value.
  public enum Values: Sendable {
    /// A rule as ``CreditRule`` reads it.
    case creditRule
    /// An ISO 4217 code.
    case currency
    /// The path of a policy's file; a relative one begins at the folder of the book.
    case policy
    /// A name of the tz database, `UTC` or an offset.
    case timeZone
  }

  /// What its values are.
  public let values: Values
  /// Whether each market has its own.
  public let isOfMarket: Bool
  /// What it decides.
  public let meaning: String
  /// What applies if it is not set.
  public let otherwise: String

  init(_ values: Values, isOfMarket: Bool = false, meaning: String, otherwise: String) {
    self.values = values
    self.isOfMarket = isOfMarket
    self.meaning = meaning
    self.otherwise = otherwise
  }
}
