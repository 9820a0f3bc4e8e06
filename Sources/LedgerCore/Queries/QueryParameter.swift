/// A parameter of a query with its value: `name=value`, or `name:type=value`.
public struct QueryParameter: Equatable, Sendable, LosslessStringConvertible {
  /// The type of a value, if it is not what the text looks like.
  public enum ValueType: String, CaseIterable, Sendable {
    /// Text, also if it looks like a number.
    case text
    /// A whole number.
    case integer
    /// A number.
    case real
    /// A decimal number, as millionths.
    case money
    /// A time in ISO 8601 with its zone, as milliseconds since 1970.
    case instant
    /// A day written like 2021-12-08, as days since 1970.
    case day
    /// No value; its text is empty.
    case null
  }

  /// The name, without the colon that precedes it in a statement.
  public let name: String
  /// The type that was given, if any.
  public let type: ValueType?
  /// The value as written.
  public let text: String
  /// The value as the statement gets it.
  public let value: AnswerValue

  /// The types: `text, integer, …`.
  package static let typeList = ValueType.allCases.map(\.rawValue).joined(separator: ", ")

  /// Makes a parameter; `nil` if the text is no value of the type.
  ///
  /// Without a type, a whole or decimal number is one, and everything else is text.
  public init?(name: String, type: ValueType? = nil, text: String) {
    let value =
      if let type { Self.value(text, as: type) } else {
        Self.integer(text) ?? Self.decimal(text) ?? .text(text)
      }
    guard let value else { return nil }
    self.name = name
    self.type = type
    self.text = text
    self.value = value
  }

  /// Reads `name=value` or `name:type=value`; `nil` for anything else.
  public init?(_ description: String) {
    guard let sign = description.firstIndex(of: "=") else { return nil }
    let text = String(description[description.index(after: sign)...])
    let parts = description[..<sign].split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let name = parts.first, !name.isEmpty else { return nil }
    var type: ValueType?
    if parts.count == 2 {
      type = ValueType(rawValue: String(parts[1]))
      if type == nil { return nil }
    }
    self.init(name: String(name), type: type, text: text)
  }

  /// The parameter as it is read: `market=UK`, `since:day=2022-01-01`.
  public var description: String { name + (type.map { ":\($0.rawValue)" } ?? "") + "=" + text }

  /// The values of parameters, by name; those that are not given have their declared defaults.
  ///
  /// A value without a type has the declared one.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` of the field `parameter`, if one is
  ///   given twice; ``LedgerError/wrongType(parameter:type:)`` if one is not of the declared type.
  public static func values(
    _ given: [QueryParameter], declared: [SavedQuery.Parameter] = []
  ) throws(LedgerError) -> [String: AnswerValue] {
    var values: [String: AnswerValue] = [:]
    for parameter in given {
      var value = parameter.value
      if parameter.type == nil, let type = type(of: parameter.name, in: declared) {
        guard let declared = Self.value(parameter.text, as: type) else {
          throw .wrongType(parameter: parameter.description, type: type.rawValue)
        }
        value = declared
      }
      guard values.updateValue(value, forKey: parameter.name) == nil else {
        throw .invalid(field: "parameter", value: parameter.name, reason: "is given twice")
      }
    }
    for parameter in declared where values[parameter.name] == nil {
      guard let text = parameter.value else { continue }
      values[parameter.name] =
        QueryParameter(
          name: parameter.name, type: type(of: parameter.name, in: declared), text: text)?.value
    }
    return values
  }

  /// The parameters of a query to save, with the values that are given as their defaults.
  ///
  /// `names`: those of its statement, each with the sign before it.
  ///
  /// - Throws: ``QueryFault`` if a value is for a parameter that the statement does not have.
  public static func declared(
    _ names: [String], defaults given: [QueryParameter]
  ) throws(QueryFault) -> [SavedQuery.Parameter] {
    let plain = names.map { String($0.dropFirst()) }
    if let other = given.first(where: { !plain.contains($0.name) }) {
      throw QueryFault(.unknownParameter(other.name))
    }
    return plain.map { name in
      let given = given.first { $0.name == name }
      return SavedQuery.Parameter(name: name, type: given?.type?.rawValue, value: given?.text)
    }
  }

  private static func type(
    of name: String, in declared: [SavedQuery.Parameter]
  ) -> ValueType? {
    declared.first { $0.name == name }?.type.flatMap(ValueType.init(rawValue:))
  }

  private static func value(_ text: String, as type: ValueType) -> AnswerValue? {
    switch type {
    case .text: .text(text)
    case .integer: integer(text)
    case .real: Double(text).flatMap { $0.isFinite ? .real($0) : nil }
    // As the tables keep them: millionths, milliseconds since 1970, days since 1970.
    case .money: micros(text).map(AnswerValue.integer)
    case .instant:
      (try? TimeFormat.iso8601.instant(text, zone: nil)).map { .integer($0.milliseconds) }
    case .day: CalendarDay(text).map { .integer($0.daysSince1970) }
    case .null: text.isEmpty ? .null : nil
    }
  }

  /// A number that is written as SQLite would write it; `007` is an order's number.
  private static func integer(_ text: String) -> AnswerValue? {
    Int64(text).flatMap { String($0) == text ? .integer($0) : nil }
  }

  private static func decimal(_ text: String) -> AnswerValue? {
    guard isDecimal(text), let real = Double(text) else { return nil }
    return .real(real)
  }

  /// Digits, a point, digits; a minus may come first.
  private static func isDecimal(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      } && !(parts[0].hasPrefix("0") && parts[0].utf8.count > 1)
  }

  private static func micros(_ text: String) -> Int64? {
    guard isDecimal(text) || integer(text) != nil else { return nil }
    let parts = text.split(separator: ".")
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.utf8.count <= 6 else { return nil }
    return Int64(parts[0] + fraction + String(repeating: "0", count: 6 - fraction.utf8.count))
  }
}
