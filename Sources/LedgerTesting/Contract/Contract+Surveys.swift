import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of surveys.
  public static let surveys: [Promise] = [
    Promise("a survey is recorded once, and another under its key is a conflict") { backend in
      let ledger = try backend.open()
      let first = try survey("a")
      let recording = try ledger.record(
        [first, first, survey("a", answers: "yes=25%"), survey("b")], as: draft())
      #expect(recording.entry == 1)
      #expect(
        recording.outcomes == [
          .recorded, .alreadyRecorded, .conflicting(recorded: first), .recorded,
        ])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.surveys, 2))
      let again = try ledger.record([first, survey("a", sampleSize: nil)], as: draft())
      #expect(
        again
          == Recording(receipt: nil, outcomes: [.alreadyRecorded, .conflicting(recorded: first)]))
      #expect(try ledger.survey(SurveyKey("a"))?.fact == first)
      #expect(try ledger.survey(SurveyKey("a"))?.entry.number == 1)
      #expect(try ledger.survey(SurveyKey("z")) == nil)
    },

    Promise("every part of a survey comes back as it was given") { backend in
      let ledger = try backend.open()
      let full = try Survey(
        market: uk, kind: Survey.Kind("Trust"), question: "Do you trust hosts?",
        date: checkedDate("2022-05-02", field: "x"), until: checkedDate("2022-05-20", field: "x"),
        sampleSize: 1001,
        answers: SurveyAnswer.list("no = 40; yes=12.345678%;don't know=0"), positive: "no",
        source: "A researcher", url: "https://example.org/s")
      let bare = try survey("bare", sampleSize: nil, answers: "yes=0.1%")
      _ = try ledger.record([full, bare], as: draft())
      #expect(full.key.description == "uk-trust-2022-05-02-a-researcher")
      #expect(try ledger.survey(full.key)?.fact == full)
      #expect(try ledger.latestSurvey(of: full.kind, in: uk, asOf: nil)?.positive?.option == "no")
      #expect(try ledger.survey(bare.key)?.fact == bare)
    },

    Promise("the latest survey of a kind is the one that ended latest, of those current then") {
      backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [
          survey("year", date: "2022"), survey("day", date: "2022-06-01"),
          survey("germany", in: germany, date: "2024"), survey("buys", .adoption, date: "2023"),
        ], as: draft())
      _ = try ledger.record([survey("long", date: "2022-01", until: "2023-01-15")], as: draft())
      _ = try ledger.void(2, reason: "wrong", as: draft())
      func latest(_ kind: Survey.Kind, _ entry: Int64?) throws -> String? {
        let survey = try ledger.latestSurvey(of: kind, in: uk, asOf: entry)
        return survey?.key.description
      }
      #expect(try latest(.awareness, 0) == nil)
      #expect(try latest(.awareness, 1) == "year")
      #expect(try latest(.awareness, 2) == "long")
      #expect(try latest(.awareness, nil) == "year")
      #expect(try latest(.adoption, nil) == "buys")
      #expect(
        try ledger.surveys(in: nil, asOf: nil).map(\.key.description) == [
          "day", "year", "buys", "germany",
        ])
      #expect(try ledger.surveys(in: nil, asOf: 2).count == 5)
    },

    Promise("a voided survey may come again with other answers") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([survey("a")], as: draft())
      #expect(
        try ledger.void(1, reason: "wrong", as: draft()).counts == Entry.Counts(.surveys, 1))
      #expect(try ledger.surveys(in: uk, asOf: nil).isEmpty)
      let other = try survey("a", answers: "yes=3; no=4; neither=5")
      #expect(try ledger.record([other], as: draft()).outcomes == [.recorded])
      #expect(try ledger.surveys(in: uk, asOf: nil) == [other])
      #expect(try ledger.surveys(in: uk, asOf: 1) == [try survey("a")])
    },
  ]
}
