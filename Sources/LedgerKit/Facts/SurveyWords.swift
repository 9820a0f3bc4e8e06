public import LedgerCore

/// A survey in words.
///
/// A date is a day, month, quarter, half or year, such as `2022-07-05` or `2022-H1`.
public struct SurveyWords: Equatable, Sendable {
  /// Its key; `nil` to make one of market, kind, date and source.
  public var key: String?
  /// The market where the people live.
  public var market: String
  /// What it is about, such as `awareness`.
  public var kind: String
  /// The question, word for word, if it is known.
  public var question: String?
  /// When people were asked.
  public var date: String
  /// When the last people were asked, if it took longer.
  public var until: String?
  /// How many people answered, if that is known.
  public var sampleSize: Int64?
  /// The answers, each as people (`yes=120`) or as a share of them (`yes=24.5%`).
  public var answers: [String]
  /// The answer that counts as a yes; `nil` for `yes`, if there is that answer.
  public var positive: String?
  /// Who asked, or who reports it.
  public var source: String
  /// Where it can be read.
  public var url: String?

  /// Makes a survey.
  public init(
    key: String? = nil, market: String, kind: String, question: String? = nil, date: String,
    until: String? = nil, sampleSize: Int64? = nil, answers: [String],
    positive: String? = nil, source: String, url: String? = nil
  ) {
    self.key = key
    self.market = market
    self.kind = kind
    self.question = question
    self.date = date
    self.until = until
    self.sampleSize = sampleSize
    self.answers = answers
    self.positive = positive
    self.source = source
    self.url = url
  }
}

extension Book {
  /// The survey that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func survey(_ words: SurveyWords) throws(LedgerError) -> Survey {
    try Survey(
      key: words.key.map { text throws(LedgerError) in try SurveyKey(text) },
      market: ledger.reference().market(words.market).code, kind: Survey.Kind(words.kind),
      question: words.question, date: checkedDate(words.date, field: "date"),
      until: words.until.map { text throws(LedgerError) in
        try checkedDate(text, field: "until")
      },
      sampleSize: words.sampleSize,
      answers: words.answers.map { text throws(LedgerError) in try SurveyAnswer(text) },
      positive: words.positive, source: words.source, url: words.url)
  }
}
