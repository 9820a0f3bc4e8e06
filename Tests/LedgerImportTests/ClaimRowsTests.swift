import LedgerCore
import LedgerImport
import Testing

struct ClaimRowsTests {
  private let desk = Desk()

  @Test func `claims are read by the ledger's own columns`() throws {
    let text = """
      claim,market,platform,stage,effective,reported,source,url,quote,disputes
      plan,Germany,TikTok,Planned,2022-h1,2022-07-05,Financial Times,https://example.org,"a, b",
      ,DE,,,,2022-07-05,PRWeek,,,plan

      """
    #expect(try desk.load(text, as: .claims).recorded == 2)
    #expect(desk.said == [])
    let plan = try #require(desk.ledger.claims[ClaimKey("plan")])
    #expect(plan.market?.description == "DE")
    #expect(plan.platform == "tiktok")
    #expect(plan.stage == .planned)
    #expect(plan.effective?.description == "2022-H1")
    #expect(plan.quote == "a, b")
    let denial = try #require(desk.ledger.claims[ClaimKey("de-dispute-2022-07-05-prweek")])
    #expect(denial.disputes == plan.key)
    #expect(denial.stage == nil && denial.platform == nil && denial.url == nil)
    #expect(try desk.load(text, as: .claims).alreadyRecorded == 2)
  }

  @Test func `a claim that is none is rejected at its column`() throws {
    let text = """
      market,platform,stage,effective,reported,source,url,disputes
      XX,,live,,2022,a,,
      DE,,alive,,2022,a,,
      DE,,live,soon,2022,a,,
      DE,,live,,,a,,
      DE,,live,,2022,,,
      DE,,live,,2022,a,ft.com,
      DE,,live,,2022,a,,b c
      ,,live,,2022,a,,
      DE,,,,2022,a,,

      """
    #expect(try desk.load(text, as: .claims).rejected == 9)
    #expect(
      desk.rejections.map(\.column) == [
        "market", "stage", "effective", "reported", "source", "url", "disputes", "market", "stage",
      ])
  }

  @Test func `a header of claims is known without being named`() throws {
    let text = "Market,Stage,Reported,Source\nDE,live,2025-03-31,Reuters\n"
    #expect(try desk.load(export: text).recorded == 1)
    #expect(desk.ledger.claims.count == 1)
  }

  @Test func `JSON Lines give claims and surveys too`() throws {
    let claims = #"{"market":"DE","stage":"live","reported":"2025-03-31","source":"Reuters"}"#
    #expect(try desk.load(export: claims + "\n").recorded == 1)
    let surveys = """
      {"market":"UK","kind":"awareness","date":"2022","sample_size":1500,"answers":"yes=24.5%",\
      "source":"s"}

      """
    #expect(try desk.load(export: surveys).recorded == 1)
    #expect(desk.ledger.surveys.values.first?.sampleSize == 1500)
  }

  @Test func `surveys are read by the ledger's own columns`() throws {
    let text = """
      survey,market,kind,question,date,until,sample_size,answers,source,url
      a,UK,Awareness,"Heard of it?",2022-05-01,2022-05-20,1500,yes=24.5%; no=75.5%,YouGov,
      ,UK,adoption,,2022,,,yes=3,YouGov,https://example.org

      """
    #expect(try desk.load(text, as: .surveys).recorded == 2)
    let first = try #require(desk.ledger.surveys[SurveyKey("a")])
    #expect(first.question == "Heard of it?")
    #expect(first.until?.description == "2022-05-20")
    #expect(first.sampleSize == 1500)
    #expect(first.answers.map(\.description) == ["yes=24.5%", "no=75.5%"])
    let second = try #require(desk.ledger.surveys[SurveyKey("uk-adoption-2022-yougov")])
    #expect(second.sampleSize == nil && second.question == nil)
  }

  @Test func `a survey that is none is rejected at its column`() throws {
    let text = """
      market,kind,date,until,sample_size,answers,source
      XX,awareness,2022,,,yes=1,a
      UK,,2022,,,yes=1,a
      UK,awareness,22,,,yes=1,a
      UK,awareness,2022,2021,,yes=1,a
      UK,awareness,2022,,0,yes=1,a
      UK,awareness,2022,,1.5,yes=1,a
      UK,awareness,2022,,,yes,a
      UK,awareness,2022,,,,a
      UK,awareness,2022,,,yes=1,

      """
    #expect(try desk.load(text, as: .surveys).rejected == 9)
    #expect(
      desk.rejections.map(\.column) == [
        "market", "kind", "date", "until", "sample_size", "sample_size", "answers", "answers",
        "source",
      ])
  }
}
