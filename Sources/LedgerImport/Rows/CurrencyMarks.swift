import LedgerCore

/// Finds the currency that stands next to a number: a code, a sign, or a profile's name for it.
struct CurrencyMarks {
  private let aliases: [String: String]
  private let reference: Reference

  init(_ profile: Profile, reference: Reference) {
    aliases = profile.currencyAliases
    self.reference = reference
  }

  /// The currency of the marks; one that several currencies share is the one that is stated.
  ///
  /// `nil` where there are no marks and none is stated.
  func currency(
    of marks: [String], stated: Currency?
  ) throws(RowFault) -> Currency? {
    var found: [Currency]?
    for mark in marks {
      let candidates = candidates(mark)
      if candidates.isEmpty {
        if stated != nil, Self.isSign(mark) { continue }
        throw RowFault(reason: .unknownMark(mark))
      }
      found = candidates.filter { found?.contains($0) ?? true }
      if found?.isEmpty == true {
        throw RowFault(reason: .unknownMark(marks.joined(separator: " ")))
      }
    }
    guard let found, let first = found.first else { return stated }
    if let stated {
      guard found.contains(stated) else {
        throw RowFault(reason: .otherCurrency(first.code, stated: stated.code))
      }
      return stated
    }
    guard found.count == 1 else { throw RowFault(reason: .noCurrency) }
    return first
  }

  /// The currencies that a mark may mean, the most common first.
  private func candidates(_ mark: String) -> [Currency] {
    let folded = Self.folded(mark)
    if let code = aliases[mark] ?? aliases.first(where: { Self.folded($0.key) == folded })?.value {
      return [code].compactMap(currency)
    }
    return (Self.signs[folded] ?? [mark]).compactMap(currency)
  }

  private func currency(_ code: String) -> Currency? {
    do throws(LedgerError) { return try reference.currency(code) } catch { return nil }
  }

  /// Whether something is a sign of currencies, such as `£` or `RM`.
  static func isKnown(_ mark: String) -> Bool { signs[folded(mark)] != nil }

  /// The codes of the currencies that a sign may mean, the most common first.
  static func codes(of mark: String) -> [String] { signs[folded(mark)] ?? [] }

  /// `Rp.` is `RP`.
  private static func folded(_ mark: String) -> String {
    let text = mark.uppercased()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func isSign(_ mark: String) -> Bool {
    mark.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
  }

  /// Codes by signs, which are in capitals.
  private static let signs: [String: [String]] = [
    "$": ["USD", "AUD", "CAD", "SGD", "HKD", "NZD", "TWD", "MXN", "CLP", "COP", "ARS"],
    "US$": ["USD"], "A$": ["AUD"], "AU$": ["AUD"], "C$": ["CAD"], "CA$": ["CAD"], "S$": ["SGD"],
    "SG$": ["SGD"], "HK$": ["HKD"], "NZ$": ["NZD"], "NT$": ["TWD"], "MX$": ["MXN"], "R$": ["BRL"],
    "£": ["GBP"], "€": ["EUR"], "¥": ["JPY", "CNY"], "￥": ["JPY", "CNY"], "円": ["JPY"],
    "JP¥": ["JPY"], "CN¥": ["CNY"], "元": ["CNY"], "RMB": ["CNY"], "₩": ["KRW"], "원": ["KRW"],
    "₫": ["VND"], "Đ": ["VND"], "VNĐ": ["VND"], "฿": ["THB"], "บาท": ["THB"], "₱": ["PHP"],
    "RM": ["MYR"], "RP": ["IDR"], "₹": ["INR"], "RS": ["INR"], "ZŁ": ["PLN"], "KČ": ["CZK"],
    "KR": ["SEK", "NOK", "DKK"], "FT": ["HUF"], "₺": ["TRY"], "TL": ["TRY"], "₽": ["RUB"],
    "₴": ["UAH"], "₪": ["ILS"], "R": ["ZAR"], "FR": ["CHF"], "SFR": ["CHF"], "LEI": ["RON"],
    "S/": ["PEN"], "SR": ["SAR"], "DH": ["AED"], "DHS": ["AED"], "₦": ["NGN"], "KSH": ["KES"],
  ]
}

extension Currency {
  /// Whether amounts of it are written without decimals, though ISO 4217 gives it a minor unit: by
  /// the cash digits of CLDR, https://www.unicode.org/reports/tr35/tr35-numbers.html.
  var isUsuallyWhole: Bool {
    digits == 0 || ["IDR", "COP", "TWD", "HUF", "LAK", "MMK", "TZS", "UZS", "CRC"].contains(code)
  }
}
