import LedgerCore
import Testing

@Suite struct SurveyTests {
  private func survey(
    _ answers: String, sampleSize: Int64? = nil, date: String = "2022-05", until: String? = nil,
    kind: String = "awareness", positive: String? = nil, source: String = "s", url: String? = nil
  ) throws -> Survey {
    try Survey(
      market: Market.Code("UK"), kind: Survey.Kind(kind), date: checkedDate(date, field: "x"),
      until: until.map { text throws(LedgerError) in try checkedDate(text, field: "x") },
      sampleSize: sampleSize, answers: SurveyAnswer.list(answers), positive: positive,
      source: source, url: url)
  }

  @Test func `a survey without a key is named by what it is about`() throws {
    let survey = try survey("yes=1", kind: "Awareness", source: "A & B")
    #expect(survey.key.description == "uk-awareness-2022-05-a-b")
    #expect(survey.kind == .awareness)
  }

  @Test(
    arguments: [
      ("yes=24.5%", "yes=24.5%"), ("yes = 24.50 %", "yes=24.5%"), ("a=b=3", "a=b=3"),
      ("yes=0.000001%;no=99.999999%", "yes=0.000001%; no=99.999999%"),
      ("yes=0; no=0;", "yes=0; no=0"),
      ("yes=100%", "yes=100%"),
    ])
  func `answers keep their numbers exactly`(text: String, kept: String) throws {
    #expect(
      try SurveyAnswer.list(text).map(\.description).joined(separator: "; ") == kept)
  }

  @Test(
    arguments: [
      "yes", "yes=", "=3", "yes=x", "yes=1.5", "yes=-1", "yes=-1%", "yes=100.000001%", "yes=1,000",
      "yes=0.0000001%", "yes=99999999999999999999", "yes=1%%",
    ])
  func `an answer that is none is refused`(text: String) {
    #expect(throws: LedgerError.self) { try SurveyAnswer(text) }
  }

  @Test func `a survey that cannot be is refused`() {
    #expect(throws: LedgerError.self) { try survey("") }
    #expect(throws: LedgerError.self) { try survey("yes=1; yes=2") }
    #expect(throws: LedgerError.self) { try survey("yes=11", sampleSize: 10) }
    #expect(throws: LedgerError.self) { try survey("yes=0", sampleSize: 0) }
    #expect(throws: LedgerError.self) { try survey("yes=1", until: "2022-04") }
    #expect(throws: LedgerError.self) { try survey("yes=1", until: "2022-05-30") }
    #expect(throws: LedgerError.self) { try survey("yes=1", kind: "") }
    #expect(throws: LedgerError.self) { try survey("yes=1", source: "") }
    #expect(throws: LedgerError.self) { try survey("yes=1", url: "ft.com") }
    #expect(throws: Never.self) { try survey("yes=10", sampleSize: 10, until: "2022-05-31") }
  }

  @Test func `a share has the interval of the people it stands for`() throws {
    let counted = try survey("yes=81; no=182", sampleSize: 263)
    #expect(
      counted.interval(of: counted.answers[0]) == Interval.wilson(successes: 81, trials: 263))
    #expect(counted.share(of: counted.answers[0])?.text() == "30.8")
    // 30.8 % of 263 are 81.004 people.
    let stated = try survey("yes=30.8%", sampleSize: 263)
    #expect(stated.interval(of: stated.answers[0]) == Interval.wilson(successes: 81, trials: 263))
    #expect(stated.share(of: stated.answers[0])?.text() == "30.8")
    let unknown = try survey("yes=30.8%; no=12")
    #expect(unknown.interval(of: unknown.answers[0]) == nil)
    #expect(unknown.share(of: unknown.answers[1]) == nil)
    let huge = try survey("yes=100%", sampleSize: .max)
    #expect(huge.interval(of: huge.answers[0])?.upper == 1)
  }

  @Test func `the answer that counts is the stated one, else yes, and is never guessed`() throws {
    #expect(try survey("no=1; Yes=2").positive?.option == "Yes")
    #expect(try survey("often=2; Rarely=3", positive: "rarely").positive?.option == "Rarely")
    #expect(try survey("yes=1; no=2", positive: "no").positive?.option == "no")
    for answers in ["no=600", "often=2", "often=2; rarely=3", "yes=1; Yes=2"] {
      #expect(try survey(answers).positive == nil, "\(answers)")
    }
    // What goes without saying makes no other survey.
    #expect(try survey("yes=1; no=2", positive: "yes") == survey("yes=1; no=2"))
    #expect(throws: LedgerError.self) { try survey("yes=1", positive: "maybe") }
  }
}
