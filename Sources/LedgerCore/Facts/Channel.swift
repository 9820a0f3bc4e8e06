/// By what of a platform an order came about.
public enum Channel: String, CaseIterable, Sendable {
  /// A live show.
  case live
  /// A video.
  case video
  /// A card of a product, outside shows and videos.
  case productCard = "product_card"
  /// A shop's own page, or the platform's tab of shops.
  case shopTab = "shop_tab"
  /// An advertisement.
  case ads
  /// Anything else that is known.
  case other

  /// Makes the channel with a name, with hyphens, spaces or underscores.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public init(name: String) throws(LedgerError) {
    let plain = String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    guard let channel = Channel(rawValue: plain) else {
      let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(
        field: "channel", value: name, reason: "is not known; the channels are \(known)")
    }
    self = channel
  }
}
