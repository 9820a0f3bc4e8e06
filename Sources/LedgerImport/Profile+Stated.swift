import LedgerCore

/// What is stated of files takes precedence over what a profile says of them.
extension Profile {
  /// The profile with how values are stated to be written.
  ///
  /// - Throws: ``ProfileError`` for what such records do not have, and for what is no format.
  package func stating(_ layout: FileLayout) throws(ProfileError) -> Profile {
    var result = self
    if let text = layout.timeFormat {
      guard [.events, .audience, .sales, .shows].contains(records) else {
        throw fault("time_format", "\(records.facts) have days and no times")
      }
      do throws(TimeFormatError) { result.timeFormats = [try ProfileTimeFormat(text)] } catch {
        throw fault("time_format", "\(quoted(text)) is no format of times: \(error)")
      }
    }
    if let mark = layout.decimalMark {
      guard [.audience, .sales, .shows, .targets].contains(records) else {
        throw fault("decimal_mark", "\(records.facts) have no numbers to which it applies")
      }
      result.state(mark)
    }
    return result
  }

  /// The profile with a value for all rows; for the totals of shows, `source` is who reports them.
  ///
  /// - Throws: ``ProfileError`` for a name that is no field of such records.
  package func stating(_ field: String, _ value: String) throws(ProfileError) -> Profile {
    guard field == Field.source.rawValue else { return try settingConstant(field, value) }
    if value.isEmpty { throw fault(field, "is empty") }
    guard records == .shows else { return try settingConstant(field, value) }
    var result = self
    result.source = value
    return result
  }

  /// Whether such a value can be stated of its records.
  package func takes(_ field: String) -> Bool {
    records == .shows && field == Field.source.rawValue
      || records.fields.contains { $0.rawValue == field }
  }

  private mutating func state(_ mark: DecimalMark) {
    detectsDecimalMark = mark == .auto
    let byte = mark == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    // Stating the mark of decimals says that the other one parts thousands.
    let other = AmountText.other(byte)
    numbers =
      mark == .auto
      ? .plain : NumberFormat(decimalMark: byte, thousandsMark: other)
  }

  private func fault(_ field: String, _ reason: String) -> ProfileError {
    ProfileError(profile: name, place: .field(field), reason: reason)
  }
}
