/// A setting of a book, or that a name is no longer set.
public struct Setting: Equatable, Sendable {
  /// Its name.
  public let name: SettingName
  /// Its value; `nil` where the setting is taken back.
  public let value: String?

  /// Makes a setting.
  ///
  /// Whether a zone, a currency or a file exists is not checked here.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for a name that is not known, a value
  ///   that is not one line of text, and a rule that does not parse.
  public init(_ name: SettingName, to value: String?) throws(LedgerError) {
    guard let kind = name.kind else {
      throw .invalid(field: "setting", value: name.description, reason: "is not known")
    }
    if let value {
      do throws(LedgerError) {
        _ = try checkedText(value, field: name.description)
        if kind.definition.values == .creditRule { _ = try CreditRule(value) }
      } catch {
        guard case .invalid(_, let value, let reason) = error else { throw error }
        throw .invalid(field: "setting \(name)", value: value, reason: reason)
      }
    }
    self.init(recorded: name, value)
  }

  /// Makes a setting as a book has it.
  public init(recorded name: SettingName, _ value: String?) {
    self.name = name
    self.value = value
  }
}

extension Setting: Fact {
  /// `setting zone.US`.
  public var subject: String { "setting \(name)" }

  /// The value.
  public var values: [(field: String, text: String)] { [("value", value ?? "–")] }

  /// Setting it again makes a new version.
  public var remedy: LedgerError.ConflictRemedy { .newVersion }
}

/// A version of a setting, as the book has it.
public struct SettingRecord: Equatable, Sendable {
  /// The setting.
  public let setting: Setting
  /// The entry that recorded it.
  public let entry: Int64
  /// When that was.
  public let recordedAt: Instant
  /// The entry that voided it.
  public let voidedBy: Int64?

  /// Makes a record.
  public init(setting: Setting, entry: Int64, recordedAt: Instant, voidedBy: Int64? = nil) {
    self.setting = setting
    self.entry = entry
    self.recordedAt = recordedAt
    self.voidedBy = voidedBy
  }

  /// That it is used, as a clause: `credit is window:24h by the book's setting (entry 5)`.
  public var remark: String {
    "\(setting.name) is \(setting.value ?? "–") by the book's setting (entry \(entry))"
  }
}
