import LedgerCore
import LedgerImport

/// What rejected rows of a file have in common: a problem is shown for its first rows, and then
/// once for all.
struct RejectionCauses {
  /// How many lines of one cause are named.
  private static let namedLines = 10

  private struct Cause {
    let first: Rejection
    let words: String
    var count = 1
    var shown = 1
    var lines: [Int]
  }

  private var causes: [Cause] = []

  /// Counts a row; returns whether it is one of the first with its problem.
  mutating func add(_ rejection: Rejection) -> Bool {
    let words = rejection.reason.cause
    let known = causes.firstIndex {
      $0.words == words && $0.first.column == rejection.column && $0.first.file == rejection.file
    }
    guard let index = known else {
      causes.append(Cause(first: rejection, words: words, lines: [rejection.line]))
      return true
    }
    causes[index].count += 1
    if causes[index].lines.count < Self.namedLines { causes[index].lines.append(rejection.line) }
    // Other values may say more than the same one again.
    let limit = rejection.value == causes[index].first.value ? 3 : Self.namedLines
    guard causes[index].shown < min(limit, rejection.reason.shownRows) else { return false }
    causes[index].shown += 1
    return true
  }

  /// A sentence for each problem that more rows have than were shown.
  var summaries: [String] {
    causes.filter { $0.count > $0.shown }.map { cause in
      let lines = cause.lines.map(String.init).joined(separator: ", ")
      let column = cause.first.column.map { " in column \(quoted($0))" } ?? ""
      return "\(cause.first.file): \(grouped(Int64(cause.count))) rows have the problem of line "
        + "\(cause.first.line)\(column): lines \(lines)"
        + (cause.count > cause.lines.count ? ", …" : "") + cause.first.reason.remedyForAll
    }
  }
}
