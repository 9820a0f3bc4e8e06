public import LedgerCore
public import Tabular

/// Why a file could not be imported, or not to its end.
///
/// What had been read by then is recorded, but for `Reason.ledger`, where the last chunk is not.
public struct ImportError: Error, Equatable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Error, Equatable, Sendable {
    /// The file cannot be read, or not any further.
    case unreadable(TabularError)
    /// Columns that must be there are not.
    case missingColumns(MissingColumns)
    /// Two columns are names of the same one.
    case ambiguousColumns(AmbiguousColumns)
    /// A field has neither a column nor a value for all rows.
    case missingField(MissingField)
    /// A known export of which columns are lost or renamed.
    case changedColumns(ChangedColumns)
    /// No known export, or several, has such a header.
    case unknownFile(UnknownFile)
    /// Something was stated that does not apply to such a file.
    case inapplicable(InapplicableLayout)
    /// A cell may be read in two ways, and no other one says which is meant.
    case ambiguousFile(AmbiguousFile)
    /// The profile is for other records than the file was said to hold.
    case otherRecords(OtherRecords)
    /// The profile is wrong, or is not for such files.
    case profile(ProfileError)
    /// The ledger did not take a chunk.
    case ledger(LedgerError)
    /// Positions within orders can no longer be counted: the line where that was.
    case tooManyOrders(line: Int)
    /// More rows are rejected than were to be: the line where that was.
    case tooManyRejections(line: Int)
  }

  /// What the file is called.
  public let file: String
  /// What went wrong.
  public let reason: Reason
  /// What had been done by then.
  public let summary: ImportSummary

  package init(file: String, reason: Reason, summary: ImportSummary) {
    self.file = file
    self.reason = reason
    self.summary = summary
  }

  /// What kind of failure it is.
  public var code: LedgerError.Code {
    switch reason {
    case .unreadable(let error): error.code
    case .missingColumns, .missingField, .changedColumns, .unknownFile, .otherRecords,
      .ambiguousFile, .ambiguousColumns, .inapplicable:
      .invalid
    case .profile(let error): error.code
    case .ledger(let error): error.code
    case .tooManyOrders, .tooManyRejections: .refused
    }
  }

  /// Whether the file as a whole cannot be read as it is, and others may be.
  public var refusesFile: Bool {
    guard summary.rows == 0 else { return false }
    return switch reason {
    case .unreadable, .missingColumns, .missingField, .changedColumns, .unknownFile,
      .ambiguousFile, .ambiguousColumns, .inapplicable:
      true
    case .otherRecords, .profile, .ledger, .tooManyOrders, .tooManyRejections: false
    }
  }

  /// One sentence that names the file and says what to do.
  public var description: String {
    switch reason {
    case .unreadable(let error): "\(file): \(error)"
    case .missingColumns(let missing): "\(file): \(missing)"
    case .missingField(let missing):
      // A profile names itself.
      missing.profile == nil ? "\(file): \(missing)" : "\(missing)"
    case .changedColumns(let changed): "\(file): \(changed)"
    case .unknownFile(let unknown): "\(file): \(unknown)"
    case .otherRecords(let other): "\(other)"
    case .ambiguousColumns(let columns): "\(file): \(columns)"
    case .inapplicable(let stated): "\(file): \(stated)"
    case .ambiguousFile(let cell): "\(file):\(cell.line): \(cell)"
    case .profile(let error):
      error.profile == Profile.ownName ? "\(file): \(error.reason)" : error.description
    case .ledger(let error): "\(file): \(error)"
    case .tooManyRejections(let line):
      "\(file):\(line): too many rows are rejected, and the rest of the file was not read: correct "
        + "what they have in common, or allow more"
    case .tooManyOrders(let line):
      "\(file):\(line): holds too many orders to count positions in: at most "
        + "\(grouped(Int64(OrderPositions.limit))), and fewer where their numbers are long; split "
        + "the file, or name a column for line"
    }
  }
}
