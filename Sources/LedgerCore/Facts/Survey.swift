/// A survey: what a number of people were asked, and what they answered.
public struct Survey: Equatable, Sendable {
  /// What a survey asks about.
  public struct Kind: Hashable, Sendable, CustomStringConvertible {
    /// The name, in lower case.
    public let description: String

    /// Whether people know about live shopping.
    public static let awareness = Kind(known: "awareness")
    /// Whether people buy in live shows.
    public static let adoption = Kind(known: "adoption")

    /// Makes a kind with a name.
    ///
    /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid name.
    public init(_ name: String) throws(LedgerError) {
      description = try checkedText(name, field: "kind").lowercased()
    }

    private init(known name: String) { description = name }

    /// Refuses a kind that no survey has, except those that the program knows.
    ///
    /// - Throws: ``LedgerError/unknownName(_:_:near:)``
    public func check(among surveys: [Survey]) throws(LedgerError) {
      let known = Set(surveys.map(\.kind)).union([.awareness, .adoption])
      guard !known.contains(self) else { return }
      let near = nearest(to: description, among: known.map(\.description).sorted())
      throw .unknownName(.surveyKind, description, near: near)
    }
  }

  /// The name of the survey, unique in a book.
  public let key: SurveyKey
  /// The market where the people live.
  public let market: Market.Code
  /// What it is about.
  public let kind: Kind
  /// The question that was asked, word for word, if known.
  public let question: String?
  /// When people were asked; the first day if ``until`` is the last.
  public let date: PartialDate
  /// When the last people were asked, if it took longer than ``date``.
  public let until: PartialDate?
  /// How many people answered, if known.
  public let sampleSize: Int64?
  /// The answers, in the order in which they are given.
  public let answers: [SurveyAnswer]
  /// The answer that counts as a yes, as the survey states it.
  ///
  /// `nil` where that is not stated, or is the answer `yes`, which needs no statement.
  public let positiveOption: String?
  /// Who asked, or who reports it.
  public let source: String
  /// The URL where it can be read.
  public let url: String?

  /// Makes a survey; without a key, its key is made from market, kind, date and source.
  ///
  /// `positive`: the answer that counts as a yes, in any case; `nil` if none is stated.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an end before the beginning, a
  ///   sample below 1, no answers, an answer that is there twice, a count above the sample, a
  ///   positive answer that is none of the answers, and an invalid text.
  public init(
    key: SurveyKey? = nil, market: Market.Code, kind: Kind, question: String? = nil,
    date: PartialDate, until: PartialDate? = nil, sampleSize: Int64? = nil,
    answers: [SurveyAnswer], positive: String? = nil, source: String, url: String? = nil
  ) throws(LedgerError) {
    if let until, until.firstDay < date.firstDay || until.lastDay < date.lastDay {
      throw .invalid(
        field: "until", value: until.description, reason: "is before the date, \(date)")
    }
    if let sampleSize, sampleSize < 1 {
      throw .invalid(field: "sample size", value: "\(sampleSize)", reason: "is below 1")
    }
    guard !answers.isEmpty else {
      throw .invalid(field: "answers", value: "", reason: "are not given: a survey has one or more")
    }
    var options: Set<String> = []
    for answer in answers {
      guard options.insert(answer.option).inserted else {
        throw .invalid(field: "answers", value: answer.option, reason: "is there twice")
      }
      if let sampleSize, case .count(let count) = answer.amount, count > sampleSize {
        throw .invalid(
          field: "answers", value: answer.description,
          reason: "is more than the sample of \(sampleSize)")
      }
    }
    self.market = market
    self.kind = kind
    self.question = if let question { try checkedText(question, field: "question") } else { nil }
    self.date = date
    self.until = until
    self.sampleSize = sampleSize
    self.answers = answers
    positiveOption = try Self.stated(positive, among: answers)
    self.source = try checkedText(source, field: "source")
    self.url = if let url { try checkedURL(url) } else { nil }
    self.key =
      if let key { key } else {
        try SurveyKey(parts: [market.description, kind.description, date.description, source])
      }
  }

  /// The answer that counts as a yes: the stated one, or else `yes`; `nil` if neither exists.
  public var positive: SurveyAnswer? {
    if let positiveOption { return answers.first { $0.option == positiveOption } }
    return Self.yes(among: answers)
  }

  private static func yes(among answers: [SurveyAnswer]) -> SurveyAnswer? {
    let found = answers.filter { $0.option.lowercased() == "yes" }
    return found.count == 1 ? found[0] : nil
  }

  private static func stated(
    _ option: String?, among answers: [SurveyAnswer]
  ) throws(LedgerError) -> String? {
    guard let option else { return nil }
    let known =
      answers.first { $0.option == option }
      ?? answers.first { $0.option.lowercased() == option.lowercased() }
    guard let known else {
      throw .invalid(
        field: "positive", value: option,
        reason: "is none of the answers, \(answers.map(\.option).joined(separator: ", "))")
    }
    return known == yes(among: answers) ? nil : known.option
  }

  /// The 95 % interval of an answer's share, if the sample size is known.
  ///
  /// For an answer stated as a share, it is based on the nearest whole number of people.
  public func interval(of answer: SurveyAnswer) -> Interval? {
    guard let sampleSize else { return nil }
    switch answer.amount {
    case .count(let count): return Interval.wilson(successes: count, trials: sampleSize)
    case .share(let percent):
      let people = roundedQuotient(percent.micros * Int128(sampleSize), 100_000_000)
      return Interval.wilson(successes: Int64(clamping: people), trials: sampleSize)
    }
  }

  /// An answer's share in percent: as stated, or else of the sample, to two decimals.
  public func share(of answer: SurveyAnswer) -> Decimal? {
    switch answer.amount {
    case .share(let percent): return percent
    case .count(let count):
      guard let sampleSize else { return nil }
      return Decimal(micros: roundedQuotient(Int128(count) * 100_000_000, Int128(sampleSize)))
        .rounded(decimals: 2)
    }
  }
}

/// The short name of a survey.
public struct SurveyKey: Hashable, Sendable, CustomStringConvertible {
  /// The key as it is written.
  public let description: String

  /// Makes a key.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` unless `text` is 1 to 128 characters of
  ///   ASCII letters, digits and `-`, `_`, `.`, `:`.
  public init(_ text: String) throws(LedgerError) {
    try checkKey(text, field: "survey")
    description = text
  }

  /// Makes a readable key from parts.
  init(parts: [String]) throws(LedgerError) { try self.init(keyText(parts)) }
}

extension Survey: Fact {
  /// `survey "uk-awareness-2022-q2-yougov"`.
  public var subject: String { "survey \"\(key)\"" }

  /// Everything except the key.
  public var values: [(field: String, text: String)] {
    [
      ("market", market.description), ("kind", kind.description),
      ("question", question.map(quoted) ?? "–"), ("date", date.description),
      ("until", until?.description ?? "–"), ("sample size", sampleSize.map { "\($0)" } ?? "–"),
      ("answers", answers.map(\.description).joined(separator: "; ")),
      ("positive", positiveOption.map(quoted) ?? "–"), ("source", quoted(source)),
      ("url", url ?? "–"),
    ]
  }

  /// A key identifies one survey.
  public var remedy: LedgerError.ConflictRemedy { .anotherSurvey }
}
