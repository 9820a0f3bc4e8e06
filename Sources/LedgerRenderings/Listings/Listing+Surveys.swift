package import LedgerCore

extension Listing {
  /// The answers of surveys; shares and their intervals are in percent.
  package static func surveys(_ surveys: [Survey]) -> Listing {
    let lines = surveys.flatMap { survey in
      survey.answers.map { answer in Line(survey: survey, answer: answer) }
    }
    return Listing(
      lines,
      [
        "survey": { .text($0.survey.key.description) },
        "market": { .text($0.survey.market.description) },
        "kind": { .text($0.survey.kind.description) },
        "date": { .text($0.survey.date.description) },
        "until": { .optional($0.survey.until?.description) },
        "sample_size": { .optional($0.survey.sampleSize) },
        "answer": { .text($0.answer.option) },
        "counts": { $0.survey.positive == $0.answer ? .text("yes") : .null },
        "count": { .optional($0.count) },
        "share": { .optional($0.survey.share(of: $0.answer)?.text()) },
        "lower": { percent($0.interval?.lower) },
        "upper": { percent($0.interval?.upper) },
        "source": { .text($0.survey.source) },
        "question": { .optional($0.survey.question) },
        "url": { .optional($0.survey.url) },
      ])
  }

  private struct Line {
    let survey: Survey
    let answer: SurveyAnswer

    var interval: Interval? { survey.interval(of: answer) }
    var count: Int64? { if case .count(let count) = answer.amount { count } else { nil } }
  }

  /// To two decimals.
  private static func percent(_ share: Double?) -> AnswerValue {
    share.map { .real(($0 * 10_000).rounded() / 100) } ?? .null
  }
}
