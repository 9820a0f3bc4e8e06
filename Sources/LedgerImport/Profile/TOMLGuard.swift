/// Finds what the TOML parser would not refuse but trip over: it asserts some of the syntax instead
/// of checking it, and an assertion ends the program.
///
/// This need only be right as far as the text is right: the parser stops at the first mistake.
struct TOMLGuard {
  /// Where a text cannot be given to the parser, and why; places count from 1.
  struct Fault {
    let line: Int
    let column: Int
    let reason: String
  }

  /// Tables nest as deep as a line has dots, and the parser frees them by recursion.
  private static let lineLimit = 4096

  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// Brackets and braces that are open.
  private var depth = 0
  /// The last scalar on the line, and of all, that is neither blank nor part of a comment.
  private var lastOnLine: Unicode.Scalar?
  private var last: Unicode.Scalar?

  private init(_ toml: String) { scalars = Array(toml.unicodeScalars) }

  static func fault(in toml: String) -> Fault? {
    let lines = toml.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.count > lineLimit {
        return Fault(line: index + 1, column: lineLimit + 1, reason: "the line is too long")
      }
      guard line.contains(where: { $0 == "\0" || $0 == "\\" }) else { continue }
      // The parser takes a C string, which would end here unnoticed.
      for nul in ["\0", #"\u0000"#, #"\U00000000"#] {
        guard let range = line.firstRange(of: nul.unicodeScalars) else { continue }
        let column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
        return Fault(line: index + 1, column: column, reason: "a NUL is no text")
      }
    }
    var scanner = TOMLGuard(toml)
    return scanner.scan()
  }

  private mutating func scan() -> Fault? {
    if scalars.first == "\u{FEFF}" { index = 1 }
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "\n": lastOnLine = nil
      case " ", "\t": break
      case "\r" where isAt("\r\n"): break
      case "#": skipComment()
      case "\"", "'":
        skipString(scalar)
        note(scalar)
      case "!"..."~":
        if let reason = fault(of: scalar) { return fault(reason) }
        note(scalar)
      default: return fault("only between quotes may there be other than ASCII characters")
      }
      index += 1
    }
    return nil
  }

  private mutating func note(_ scalar: Unicode.Scalar) {
    lastOnLine = scalar
    last = scalar
  }

  private mutating func fault(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "[":
      if depth == 0, lastOnLine == nil, !isTableNamed() { return "the table has no name" }
      depth += 1
    case "{": depth += 1
    case "]": depth -= 1
    case "}":
      if last == "[" || last == "," { return "expected a value, not }" }
      depth -= 1
    default: break
    }
    return nil
  }

  /// Whether a name, or the end of none, follows the brackets that open a table here.
  private func isTableNamed() -> Bool {
    var rest = scalars[(index + 1)...].drop { $0 == " " || $0 == "\t" }
    if rest.first == "[" { rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" } }
    guard let first = rest.first else { return false }
    return switch first {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'", "]": true
    default: false
    }
  }

  /// Goes to the last scalar before the line's end.
  private mutating func skipComment() {
    while index + 1 < scalars.count, scalars[index + 1] != "\n" { index += 1 }
  }

  /// Goes to the last scalar of the string that begins here.
  private mutating func skipString(_ quote: Unicode.Scalar) {
    let three = String(repeating: Character(quote), count: 3)
    let isLong = isAt(three)
    index += isLong ? 3 : 1
    while index < scalars.count {
      if scalars[index] == "\\", quote == "\"" {
        index += 2
        continue
      }
      if isLong ? isAt(three) : scalars[index] == quote { break }
      index += 1
    }
    guard isLong else { return }
    index += 2
    // Up to two quotes before the three that close a long string belong to it.
    for _ in 0..<2 where index + 1 < scalars.count && scalars[index + 1] == quote { index += 1 }
  }

  private func isAt(_ text: String) -> Bool {
    index < scalars.count && scalars[index...].starts(with: text.unicodeScalars)
  }

  private func fault(_ reason: String) -> Fault {
    let before = scalars[..<index]
    let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return Fault(
      line: before.count { $0 == "\n" } + 1, column: index - lineStart + 1, reason: reason)
  }
}
