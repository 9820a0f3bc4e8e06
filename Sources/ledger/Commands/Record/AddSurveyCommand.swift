import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-survey`.
struct AddSurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-survey",
    abstract: "Record a survey of awareness or adoption",
    usage: """
      ledger add-survey [<options>] --market <market> --kind <kind>
      --date <date> --source <source> --answer <answer=number>
      """,
    discussion: """
      Example:
        ledger add-survey --market UK --kind awareness --date 2022-05 \\
          --sample-size 1500 --question "Have you heard of live shopping?" \\
          --answer yes=24.5% --answer no=75.5% --source "A market researcher"

      An answer is a number of people (yes=120) or a share of them (yes=24.5%). The kinds \
      awareness and adoption are known; any other name is a kind of its own. Readiness judges a \
      market by the answer yes; where another one counts, --positive says which.

      Without --key, a key is made from market, kind, date and source, and printed.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The survey's key: short, and unique in the book.", valueName: "key"))
  var key: String?
  @Option(help: "The country, such as UK or DE.", completion: .markets) var market: String
  @Option(help: "What it is about: awareness, adoption or another kind.") var kind: String
  @Option(help: "The question, word for word.") var question: String?
  @Option(help: "When people were asked: a day, month, quarter, half or year.") var date: String
  @Option(help: ArgumentHelp("When the last people were asked.", valueName: "date"))
  var until: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many people answered.", valueName: "number"))
  var sampleSize: Int64?
  @Option(
    help: ArgumentHelp(
      "An answer, and how many gave it; may be repeated.", valueName: "answer=number"))
  var answer: [String] = []
  @Option(
    help: ArgumentHelp(
      "The answer that counts as a yes (default: yes, if there is one).", valueName: "answer"))
  var positive: String?
  @Option(help: "Who asked, or who reports it.") var source: String
  @Option(help: ArgumentHelp("Where it can be read.", valueName: "link")) var url: String?
  @Option(help: "A remark, which `ledger log` shows.") var note: String?
  @OptionGroup var author: AuthorOptions

  func validate() throws {
    if answer.isEmpty {
      throw ValidationError("a survey has one or more answers: add --answer yes=24.5%")
    }
  }

  func run() throws {
    let words = SurveyWords(
      key: key, market: market, kind: kind, question: question, date: date, until: until,
      sampleSize: sampleSize, answers: answer, positive: positive, source: source, url: url)
    let survey = try book.record { book in
      let survey = try book.survey(words)
      let draft = try book.draft(
        "add-survey", citation: survey.source, note: note, author: author.name())
      return (survey, try book.ledger.record([survey], as: draft))
    }
    if key == nil { try Output.show("\(survey.key)\n") }
  }
}
