/// Why a question was not answered.
public struct QuestionFault: Error, Equatable, Sendable {
  /// What is wrong.
  public let reason: Reason
  /// What is wrong, and what to do, in a sentence; a program may put its own words here.
  public var sentence: String
  /// The statement, where a place in it can be shown.
  public let sql: String
  /// That place, in bytes of UTF-8.
  public let offset: Int?

  /// Makes a fault; without a statement, no place in it is shown.
  public init(_ reason: Reason, sql: String = "", offset: Int? = nil) {
    self.reason = reason
    sentence = reason.description
    self.sql = sql
    self.offset = offset
  }

  /// Whether it was stopped by who asked, or because its time was over.
  public var isInterrupted: Bool { reason == .stopped }

  /// What kind of failure it is.
  public var code: LedgerError.Code {
    switch reason {
    case .statement, .tooLong, .holdsNUL, .valueMissing, .unnamedParameter, .unknownParameter:
      .invalid
    case .onlyReads, .forbidden, .failed, .stopped, .tooMuchMemory: .refused
    }
  }
}
