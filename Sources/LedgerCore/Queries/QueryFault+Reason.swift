extension QueryFault {
  /// Why a query was not answered.
  public enum Reason: Equatable, Sendable, CustomStringConvertible {
    /// SQLite does not accept the statement: its message, and what may have been meant.
    case statement(String, advice: String)
    /// The statement would change the book, or returns nothing.
    case onlyReads
    /// The statement would do what no query may: the refusal, in words.
    case forbidden(String)
    /// The statement has more bytes than the limit.
    case tooLong(limit: Int)
    /// The statement has a NUL byte, which SQLite takes for its end.
    case holdsNUL
    /// A parameter of the statement was given no value.
    case valueMissing(parameter: String)
    /// A parameter is only a query mark, which cannot be given a value.
    case unnamedParameter
    /// A value was given for a parameter that the statement does not have.
    case unknownParameter(String)
    /// The statement was run and failed: SQLite's message.
    case failed(String)
    /// The caller stopped it.
    case stopped
    /// It took longer than the limit.
    case tooLate(limit: Duration)
    /// It took more memory than the limit, in bytes.
    case tooMuchMemory(limit: Int)

    /// A sentence that says what is wrong and what to do.
    public var description: String {
      switch self {
      case .statement(let message, let advice): "SQL: \(message)\(advice)"
      case .onlyReads: "a query only reads: facts are recorded or imported"
      case .forbidden(let refusal): "a query only reads: \(refusal)"
      case .tooLong(let limit): "a statement has at most \(grouped(Int64(limit))) bytes"
      case .holdsNUL: "a statement has no NUL byte: it would end there"
      case .valueMissing(let parameter): "the parameter \(parameter) has no value: give it one"
      case .unnamedParameter:
        "a parameter that is only ? cannot be given a value: call it :name"
      case .unknownParameter(let name): "the statement has no parameter :\(name)"
      case .failed(let message): "SQL: \(message)"
      case .stopped: "the query was stopped"
      case .tooLate(let limit):
        "the query took longer than \(limit) and was stopped: ask for less"
      case .tooMuchMemory(let limit):
        "the query takes more than \(limit >> 20) MB of memory: ask for fewer rows or shorter "
          + "texts at once"
      }
    }
  }
}
