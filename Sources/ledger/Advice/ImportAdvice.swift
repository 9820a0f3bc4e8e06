import LedgerCore
import LedgerImport

/// Says why a file could not be imported, with the options of the command that was to do it.
struct ImportAdvice {
  /// The options of this command that give a field in all rows, by the field's name.
  private let options: [String: String]

  /// `constants`: the fields that the command has options for.
  init(_ constants: [(field: String, value: String?)] = []) {
    options = Dictionary(
      (constants.map(\.field) + ["time_format", "decimal_mark"]).map { ($0, Self.option(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// One sentence that names the file and says what to do.
  func sentence(_ error: ImportError) -> String {
    switch error.reason {
    case .unreadable(let reason): "\(error.file): \(reason.advice)"
    case .missingColumns(let missing): "\(error.file): \(sentence(missing))"
    case .missingField(let missing):
      "\(error)" + (given(missing.fields, " or ").map { ", or give \($0)" } ?? "")
    case .changedColumns(let changed):
      "\(error.file): looks like \(quoted(changed.profile)), but its columns have changed: "
        + "\(changed.difference); what they mean may have changed too: --accept-changed-columns "
        + "loads what is left"
    case .unknownFile(let unknown): "\(error.file): \(sentence(unknown))"
    case .otherRecords(let other):
      "\(other.profile): key \"records\" says \(quoted(other.records.rawValue)): it is a profile "
        + "for `ledger \(other.records.importCommand)`"
    case .profile(let reason): sentence(error.description, reason)
    case .ledger(let reason): "\(error.file): \(reason.advice)"
    case .inapplicable(let stated):
      switch stated.part {
      case .sheets: "\(error), so --all-sheets does not apply"
      case .encoding: "\(error), so --encoding does not apply"
      }
    case .tooManyRejections: "\(error) with --limit-rejects (0 is no limit)"
    case .ambiguousFile(let cell):
      "\(error), or give " + (cell.isTime ? "--time-format" : "--decimal-mark")
    case .tooManyOrders, .ambiguousColumns: error.description
    }
  }

  /// One sentence that names the profile and the place.
  func sentence(_ error: ProfileError) -> String { sentence(error.description, error) }

  /// Names the option that gave a field which the records do not have.
  private func sentence(_ description: String, _ error: ProfileError) -> String {
    switch error.place {
    case .field(let field):
      guard let option = options[field] else { return description }
      return "\(description.dropLast(error.reason.count))\(option) does not fit: \(error.reason)"
    case .line, .key, .whole: return description
    }
  }

  private func sentence(_ missing: MissingColumns) -> String {
    guard missing.profile == nil else { return missing.description }
    if missing.seemsHeaderless { return missing.description }
    let given = given(missing.missing, " and ").map { "give \($0), " } ?? ""
    return "\(missing.header): rename the column, \(given)or name a profile with --profile"
  }

  private func sentence(_ unknown: UnknownFile) -> String {
    if unknown.unrecorded != nil { return unknown.header }
    if unknown.isAmbiguous { return "\(unknown) with --profile" }
    if let other = unknown.otherExport {
      return "is of \(quoted(other.profile)), which gives other records: "
        + "`ledger \(other.records.importCommand)` loads it"
    }
    if unknown.seemsHeaderless {
      return unknown.description
        + (unknown.ownColumns.isEmpty ? "; `ledger help import` lists ledger's own" : "")
    }
    let own = unknown.ownColumns.isEmpty ? "`ledger help import` lists those, " : ""
    return unknown.header
      + "; \(own)`ledger profiles` lists the known exports, --profile names one or a file, and "
      + "`ledger profiles new` drafts one"
  }

  private func given(_ fields: [String], _ word: String) -> String? {
    let given = fields.compactMap { options[$0] }
    return given.isEmpty ? nil : given.joined(separator: word)
  }

  private static func option(of field: String) -> String {
    field == "creators" ? "--creator" : "--" + String(field.map { $0 == "_" ? "-" : $0 })
  }
}
