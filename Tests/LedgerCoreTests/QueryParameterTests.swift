import LedgerCore
import Testing

/// The values that a person gives to the parameters of a query.
@Suite struct QueryParameterTests {
  private func parameter(_ text: String) throws -> QueryParameter {
    try #require(QueryParameter(text))
  }

  @Test(
    arguments: [
      ("n=1", .integer(1)), ("n=-1.5", .real(-1.5)), ("n=007", .text("007")), ("n=UK", .text("UK")),
      ("n=", .text("")), ("n=a=b", .text("a=b")), ("n:text=1", .text("1")),
      ("n:real=1e3", .real(1000)), ("n:money=12.5", .integer(12_500_000)),
      ("n:instant=1970-01-01T00:00:01Z", .integer(1000)), ("n:day=1970-01-02", .integer(1)),
      ("n:null=", .null),
    ] as [(String, AnswerValue)])
  func `a value is what it looks like, or of the type that is given`(
    text: String, value: AnswerValue
  ) throws {
    let parameter = try parameter(text)
    #expect(parameter.name == "n")
    #expect(parameter.value == value)
    #expect(parameter.description == text)
  }

  @Test(arguments: [
    "n", "=1", "n:word=1", "n:text:text=1", "n:integer=1.5", "n:real=nan", "n:money=0.0000001",
    "n:instant=2021-12-08T17:00", "n:day=2021-02-30", "n:null=0",
  ])
  func `what is no parameter, or no value of its type, is none`(text: String) {
    #expect(QueryParameter(text) == nil)
  }

  private let declared = [
    SavedQuery.Parameter(name: "since", type: "day", value: "1970-01-02"),
    SavedQuery.Parameter(name: "market", value: "UK"), SavedQuery.Parameter(name: "n"),
  ]

  @Test func `a parameter that is not given has its default, and a value the declared type`() throws
  {
    let values = try QueryParameter.values(
      [parameter("since=1970-01-03"), parameter("n=2")], declared: declared)
    #expect(values == ["since": .integer(2), "market": .text("UK"), "n": .integer(2)])
    let defaults = try QueryParameter.values([], declared: declared)
    #expect(defaults == ["since": .integer(1), "market": .text("UK")])
  }

  @Test func `a query to save declares its parameters with what is given as defaults`() throws {
    let given = [try parameter("since:day=2022-01-01")]
    let parameters = try QueryParameter.declared([":market", "@since"], defaults: given)
    #expect(
      parameters == [
        SavedQuery.Parameter(name: "market"),
        SavedQuery.Parameter(name: "since", type: "day", value: "2022-01-01"),
      ])
    #expect(throws: QueryFault(.unknownParameter("since"))) {
      try QueryParameter.declared([":market"], defaults: given)
    }
  }

  @Test func `a value of another type than the declared one is refused`() {
    #expect(
      throws: LedgerError.wrongType(parameter: "since=tomorrow", type: "day")
    ) { try QueryParameter.values([parameter("since=tomorrow")], declared: declared) }
  }

  @Test func `a parameter that is given twice is refused`() {
    #expect(
      throws: LedgerError.invalid(field: "parameter", value: "n", reason: "is given twice")
    ) { try QueryParameter.values([parameter("n=1"), parameter("n:text=2")]) }
  }
}
