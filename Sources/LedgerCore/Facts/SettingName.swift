/// The name of a setting: `credit`, or `zone.US` for one that each market has.
public struct SettingName: Hashable, Sendable, CustomStringConvertible {
  /// The name as the book has it.
  public let description: String
  /// What it decides; `nil` for a name that only a newer program knows.
  public let kind: SettingKind?
  /// The market, if it is of one.
  public let market: Market.Code?

  /// The rule that credits sales without a show.
  public static let credit = SettingName(recorded: SettingKind.credit.rawValue)
  /// The currency that reports convert to.
  public static let currency = SettingName(recorded: SettingKind.currency.rawValue)
  /// The policy that readiness is judged by.
  public static let policy = SettingName(recorded: SettingKind.policy.rawValue)

  /// The zone of a market.
  public static func zone(_ market: Market.Code) -> SettingName {
    SettingName(recorded: "\(SettingKind.zone.rawValue).\(market)")
  }

  /// Makes a name as a book has it.
  public init(recorded text: String) {
    description = text
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = parts.first.flatMap { SettingKind(rawValue: String($0)) }
    let isWhole = kind?.definition.isOfMarket == (parts.count == 2)
    self.kind = isWhole ? kind : nil
    market = isWhole && parts.count == 2 ? Market.Code(String(parts[1])) : nil
  }

  /// Reads a name; its market is a code, an ISO code or an English name.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for a name that is none, or that has a
  ///   market too many or too few; ``LedgerError/unknownMarket(_:near:)``
  public init(_ text: String, in reference: Reference) throws(LedgerError) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].lowercased()
    guard let kind = SettingKind(rawValue: name) else {
      let near = nearest(to: name, among: SettingKind.allCases.map(\.rawValue))
        .compactMap { SettingKind(rawValue: $0)?.pattern }
      throw .invalid(
        field: "setting", value: text,
        reason: "is not known\(didYouMean(near)); the settings are "
          + SettingKind.allCases.map(\.pattern).joined(separator: ", "))
    }
    guard kind.definition.isOfMarket else {
      guard parts.count == 1 else {
        throw .invalid(
          field: "setting", value: text, reason: "is of the whole book: write \(kind.pattern)")
      }
      self.init(recorded: name)
      return
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw .invalid(
        field: "setting", value: text, reason: "needs a market, such as \(kind.rawValue).US")
    }
    let code = try reference.market(String(parts[1])).code
    self.init(recorded: "\(kind.rawValue).\(code)")
  }
}
