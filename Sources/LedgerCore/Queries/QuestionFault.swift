/// Why a question was not answered.
public struct QuestionFault: Error, Equatable, Sendable {
  /// What is wrong, and what to do, in a sentence.
  public let sentence: String
  /// The statement, where a place in it can be shown.
  public let sql: String
  /// That place, in bytes of UTF-8.
  public let offset: Int?
  /// Whether it was stopped by whoever asked, or because its time was over.
  public let isInterrupted: Bool

  /// Makes a fault; without a statement, no place is shown.
  public init(
    _ sentence: String, sql: String = "", offset: Int? = nil, isInterrupted: Bool = false
  ) {
    self.sentence = sentence
    self.sql = sql
    self.offset = offset
    self.isInterrupted = isInterrupted
  }
}
