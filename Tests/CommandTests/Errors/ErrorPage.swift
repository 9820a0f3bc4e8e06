import LedgerCore
import LedgerImport
import SQLiteStorage
import Tabular

@testable import ledger

/// `docs/errors.md`.
enum ErrorPage {
  static func sections() throws -> [ErrorSection] { try whole() + parts() }

  /// What a command ends with, and what an import says of a row or a file.
  private static func whole() throws -> [ErrorSection] {
    try [
      ErrorSection(
        "LedgerError", "What the library throws, and what a command ends with.",
        LedgerErrorCase.self, ErrorExample.all()
      ) { error in words(error.code, "\(error)", error.advice) },
      ErrorSection(
        "ImportError", "Why a file is not imported, or not completely.", ImportErrorCase.self,
        ErrorExample.all()
      ) { error in words(error.code, "\(error)", importAdvice.sentence(error)) },
      ErrorSection(
        "RejectionReason",
        "Why a row, or one value of it, is not imported. The other rows are; the status is 2.",
        RejectionCase.self, ErrorExample.all()
      ) { rejection in words(nil, "\(rejection)", rejection.advice) },
      ErrorSection(
        "ImportRemark",
        "What an import says about a file's format. The status is that of the import.",
        ImportRemarkCase.self, ErrorExample.all()
      ) { remark in words(nil, "\(remark)", remark.advice) },
      ErrorSection(
        "ProfileError", "Why a profile or a policy cannot be used.", ProfileErrorCase.self,
        ErrorExample.all()
      ) { error in words(error.code, "\(error)", importAdvice.sentence(error)) },
      ErrorSection(
        "TabularError", "Why a file cannot be read.", TabularErrorCase.self, ErrorExample.all()
      ) { error in words(error.code, "\(error)", error.advice) },
      ErrorSection(
        "QueryFault", "Why an SQL query is not answered.", QuestionFaultCase.self,
        ErrorExample.all()
      ) { fault in words(fault.code, fault.sentence, fault.advised.sentence) },
    ]
  }

  /// What those consist of.
  private static func parts() throws -> [ErrorSection] {
    try [
      ErrorSection(
        "TimeError",
        "Why a text is not a time: within `LedgerError.time` and `RejectionReason.time`.",
        TimeErrorCase.self, ErrorExample.all()
      ) { error in words(nil, "\(error)", error.advice) },
      ErrorSection(
        "TimeFormatError", "Why a pattern for times is refused: within a `ProfileError`.",
        TimeFormatErrorCase.self, ErrorExample.all()
      ) { error in words(nil, "\(error)", "\(error)") },
      ErrorSection(
        "TimeZoneError",
        "Why the file of a time zone is refused: within `LedgerError.invalid`.",
        TimeZoneErrorCase.self, ErrorExample.all()
      ) { error in words(nil, "\(error)", "\(error)") },
      ErrorSection(
        "NumberError",
        "Why a text is not a number: within `LedgerError.invalid` and `RejectionReason.number`.",
        NumberErrorCase.self, ErrorExample.all()
      ) { error in words(nil, "\(error)", "\(error)") },
      ErrorSection(
        "ConversionFailure",
        "Why an amount is not converted: a report lists the amounts that it leaves out.",
        ConversionFailureCase.self, ErrorExample.all()
      ) { error in words(nil, "\(error)", "\(error)") },
    ]
  }

  /// As of a command that has all options which stand for a column.
  private static let importAdvice = ImportAdvice(
    ["event", "market", "platform", "metric", "currency", "creators", "observed_at"].map {
      ($0, nil)
    })

  private static func words(
    _ code: LedgerError.Code?, _ sentence: String, _ advice: String
  ) -> ErrorSection.Words {
    ErrorSection.Words(
      code: code.map { "\($0.rawValue), \($0.exitStatus)" }, sentence: sentence, advice: advice)
  }

  static func text(_ sections: [ErrorSection]) -> String {
    introduction + codes + sections.map { "\n" + $0.text }.joined()
  }

  private static let introduction = """
    # Errors

    Every error that the libraries throw, with its code, the status with which the command line
    ends, and an example. Tests/CommandTests/Errors makes the examples and this page: each sentence
    is of an error that a library or a command really ended with, but for those marked \\*, which
    only a disk or a system that fails would make. Where the command line says more, because it can
    name an option or a command, its words stand below, after *ledger:*.

    Errors of SQLite and of the digest never leave the storage; they arrive as `LedgerError`. What
    the parser of arguments says ends with 64, and so does an option that is given twice and has one
    value.

    ## Codes


    """

  private static let codes = """
    | code | exit status | HTTP | meaning |
    | --- | --- | --- | --- |

    """
    + LedgerError.Code.allCases.map { code in
      "| `\(code.rawValue)` | \(code.exitStatus) | \(http(code)) | \(meaning(code)) |\n"
    }.joined()

  private static func http(_ code: LedgerError.Code) -> Int {
    switch code {
    case .notFound: 404
    case .conflict: 409
    case .invalid: 400
    case .busy, .unavailable: 503
    case .refused: 422
    case .denied: 403
    case .damaged, .internal: 500
    case .full: 507
    }
  }

  private static func meaning(_ code: LedgerError.Code) -> String {
    switch code {
    case .notFound: "the book, or the file, does not have what was asked for"
    case .conflict: "what was given contradicts what is recorded, or a file that is there"
    case .invalid: "what was given is wrong whatever a book holds"
    case .busy: "somebody else holds the book; the same may work later"
    case .refused: "this book or program does not do it, or cannot take what a file holds"
    case .denied: "the system does not permit it"
    case .unavailable: "the server of a book cannot be reached"
    case .damaged: "the book's bytes are not what they should be"
    case .full: "there is no room"
    case .internal: "something failed that the caller cannot fix"
    }
  }
}
