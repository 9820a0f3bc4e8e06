import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// The value of a parameter of a statement: `name=value`, or `name:type=value`.
struct SQLParameter: ExpressibleByArgument {
  /// The type of a value, if it is not what it looks like.
  enum ValueType: String, CaseIterable {
    case text, integer, real, money, instant, day, null
  }

  let name: String
  /// The type that was given, if any.
  let type: ValueType?
  /// The value as written.
  let text: String
  let value: AnswerValue

  /// The argument as written.
  var argument: String { name + (type.map { ":\($0.rawValue)" } ?? "") + "=" + text }

  static let typeList = ValueType.allCases.map(\.rawValue).joined(separator: ", ")

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    let text = String(argument[argument.index(after: sign)...])
    let parts = argument[..<sign].split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let name = parts.first, !name.isEmpty else { return nil }
    var type: ValueType?
    if parts.count == 2 {
      type = ValueType(rawValue: String(parts[1]))
      if type == nil { return nil }
    }
    self.init(name: String(name), type: type, text: text)
  }

  /// `nil` where the text is no value of the type.
  init?(name: String, type: ValueType?, text: String) {
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

  /// The values of parameters, by name; those that are not given have their declared defaults.
  ///
  /// A value without a type has the declared one.
  static func values(
    _ given: [SQLParameter], declared: [SavedQuery.Parameter] = []
  ) throws -> [String: AnswerValue] {
    var values: [String: AnswerValue] = [:]
    for parameter in given {
      var value: AnswerValue? = parameter.value
      if parameter.type == nil, let type = type(of: parameter.name, in: declared) {
        value = Self.value(parameter.text, as: type)
        if value == nil {
          throw CommandFailure(
            "--param \(printable(parameter.name)) is not of type \(type.rawValue), which the saved "
              + "query needs: \(quoted(parameter.text))")
        }
      }
      guard values.updateValue(value ?? .null, forKey: parameter.name) == nil else {
        throw ValidationError("--param \(parameter.name) is given twice")
      }
    }
    for parameter in declared where values[parameter.name] == nil {
      guard let text = parameter.value else { continue }
      values[parameter.name] =
        SQLParameter(
          name: parameter.name, type: type(of: parameter.name, in: declared), text: text)?.value
    }
    return values
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
