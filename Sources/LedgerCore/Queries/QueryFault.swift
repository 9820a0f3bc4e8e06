/// Why a query was not answered.
public struct QueryFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public let reason: Reason
  /// What is wrong and what to do, in one sentence; a program may put its own words here.
  public var sentence: String
  /// The statement, if a position in it can be shown; else empty.
  public let sql: String
  /// That position, in bytes of UTF-8.
  public let offset: Int?

  /// Makes a fault; without a statement, no position in it is shown.
  public init(_ reason: Reason, sql: String = "", offset: Int? = nil) {
    self.reason = reason
    sentence = reason.description
    self.sql = sql
    self.offset = offset
  }

  /// What is wrong and what to do, in one sentence.
  public var description: String { sentence }

  /// Whether the caller stopped it.
  public var isInterrupted: Bool { reason == .stopped }

  /// The kind of failure.
  public var code: LedgerError.Code {
    switch reason {
    case .statement, .tooLong, .holdsNUL, .valueMissing, .unnamedParameter, .unknownParameter:
      .invalid
    case .onlyReads, .forbidden, .failed, .stopped, .tooLate, .tooMuchMemory: .refused
    }
  }
}
