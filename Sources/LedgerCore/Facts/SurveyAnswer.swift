/// One answer to a survey, and how many people gave it.
public struct SurveyAnswer: Hashable, Sendable, CustomStringConvertible {
  /// How many people gave an answer.
  public enum Amount: Hashable, Sendable {
    /// A number of people.
    case count(Int64)
    /// A share of the people asked, in percent.
    case share(Decimal)
  }

  /// The answer.
  public let option: String
  /// How many people gave it.
  public let amount: Amount

  /// Makes an answer.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an option that is an invalid text
  ///   or has a `;`, a count below 0, and a share that is not 0 to 100.
  public init(option: String, amount: Amount) throws(LedgerError) {
    self.option = try checkedText(option, field: "answers")
    self.amount = amount
    guard !option.contains(";") else {
      throw .invalid(
        field: "answers", value: option, reason: "has a semicolon, which parts answers")
    }
    switch amount {
    case .count(let count) where count < 0:
      throw .invalid(field: "answers", value: description, reason: "is below 0")
    case .share(let percent) where !(0...100_000_000).contains(percent.micros):
      throw .invalid(field: "answers", value: description, reason: "is not 0 to 100 %")
    default: break
    }
  }

  /// Reads an answer as it is written: `yes=120` for people, `yes=24.5%` for a share.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public init(_ text: String) throws(LedgerError) {
    let refusal = LedgerError.invalid(
      field: "answers", value: text,
      reason: "is not an answer with a count, such as yes=120, or a share, such as yes=24.5%")
    guard let mark = text.lastIndex(of: "=") else { throw refusal }
    let option = Self.trimmed(text[..<mark])
    var number = Self.trimmed(text[text.index(after: mark)...])
    let isShare = number.hasSuffix("%")
    if isShare { number = Self.trimmed(number.dropLast()) }
    let decimal: Decimal
    do { decimal = try NumberFormat.plain.decimal(number) } catch { throw refusal }
    if isShare {
      try self.init(option: option, amount: .share(decimal))
      return
    }
    let (count, rest) = decimal.micros.quotientAndRemainder(dividingBy: 1_000_000)
    guard rest == 0 else { throw refusal }
    try self.init(option: option, amount: .count(Int64(clamping: count)))
  }

  /// Reads answers with `;` between them.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public static func list(_ text: String) throws(LedgerError) -> [SurveyAnswer] {
    var answers: [SurveyAnswer] = []
    for part in text.split(separator: ";") where !trimmed(part).isEmpty {
      answers.append(try SurveyAnswer(trimmed(part)))
    }
    return answers
  }

  /// The answer in the form that is read: `yes=120` or `yes=24.5%`.
  public var description: String {
    switch amount {
    case .count(let count): "\(option)=\(count)"
    case .share(let percent): "\(option)=\(percent.text())%"
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }
}
