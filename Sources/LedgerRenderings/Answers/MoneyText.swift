package import LedgerCore

/// The decimals of currencies, for columns of an answer that are amounts of money.
package struct MoneyDigits {
  /// How many decimals amounts of each currency are shown with, by code.
  private let byCurrency: [String: Int]
  /// Those of amounts whose currency is not in the answer; `nil` if currencies differ.
  private let others: Int?

  /// Makes them; `used`: the codes of the currencies that the book has amounts in.
  package init(_ currencies: [Currency], used: Set<String>) {
    byCurrency = Dictionary(currencies.map { ($0.code, $0.digits) }) { first, _ in first }
    let digits = Set(currencies.filter { used.contains($0.code) }.map(\.digits))
    others = digits.count == 1 ? digits.first : nil
  }

  /// The columns that views have amounts in.
  private static let names: Set = [
    "adjusted", "amount", "amount_number", "cancelled", "gross", "net", "refunded", "value",
    "value_number",
  ]
  private static let limit = 9_007_199_254_740_992.0

  /// Whether any of these columns may be amounts.
  package static func isAsked(of columns: [String]) -> Bool {
    !Columns(columns).amounts.isEmpty
  }

  /// The columns of an answer that are amounts, and the one that names their currency.
  struct Columns {
    fileprivate var amounts: Set<Int> = []
    fileprivate var currency: Int?

    init(_ names: [String]) {
      let names = names.map { Self.column(in: $0.lowercased()) }
      currency = names.firstIndex(of: "currency")
      for (index, name) in names.enumerated() where MoneyDigits.names.contains(name) {
        // What else is a value is no money.
        if currency != nil || !name.hasPrefix("value") { amounts.insert(index) }
      }
    }

    /// The column whose sum, average or extreme a name stands for: `sum(net)`.
    private static func column(in name: String) -> String {
      for function in ["avg(", "max(", "min(", "sum(", "total("]
      where name.hasPrefix(function) && name.hasSuffix(")") {
        return String(name.dropFirst(function.count).dropLast())
      }
      return name
    }
  }

  /// An amount with the decimals of its currency; `nil` for what is no amount.
  func text(_ column: Int, of row: [AnswerValue], _ columns: Columns) -> String? {
    guard columns.amounts.contains(column) else { return nil }
    let value: Double
    switch row[column] {
    case .real(let real): value = real
    case .integer(let integer): value = Double(integer)
    case .null, .text, .blob: return nil
    }
    var digits = others
    if let place = columns.currency {
      guard case .text(let code) = row[place] else { return nil }
      digits = byCurrency[code]
    }
    guard let digits else { return nil }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * Double(scale)).rounded()
    guard abs(scaled) < Self.limit else { return nil }
    let (whole, part) = Int64(abs(scaled)).quotientAndRemainder(dividingBy: Int64(scale))
    let decimals = String(part)
    let zeros = String(repeating: "0", count: max(0, digits - decimals.count))
    return (scaled < 0 ? "-" : "") + "\(whole)" + (digits > 0 ? ".\(zeros)\(decimals)" : "")
  }
}
