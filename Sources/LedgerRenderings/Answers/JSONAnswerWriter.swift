import LedgerCore
import Tabular

/// Writes rows as JSON objects, in an array or one per line.
struct JSONAnswerWriter: AnswerWriter {
  private(set) var bytes: [UInt8] = []
  private let asLines: Bool
  private var names: [String] = []
  private var isFirst = true

  init(asLines: Bool) { self.asLines = asLines }

  mutating func begin(_ names: [String]) {
    self.names = Self.unique(names)
    if !asLines { bytes += "[".utf8 }
  }

  mutating func add(_ row: some AnswerRow) {
    if !asLines { bytes += (isFirst ? "\n  " : ",\n  ").utf8 }
    isFirst = false
    let members = names.indices.map { (names[$0], row.answer($0).json) }
    bytes += JSON.object(members).text(pretty: false).utf8
    if asLines { bytes += "\n".utf8 }
  }

  mutating func end() {
    if !asLines { bytes += (isFirst ? "]\n" : "\n]\n").utf8 }
  }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Makes names unique: `n`, `n_2`.
  ///
  /// Most readers would keep only one of two members with the same name.
  static func unique(_ names: [String]) -> [String] {
    var used = Set(names)
    var seen: Set<String> = []
    return names.map { name in
      if seen.insert(name).inserted { return name }
      var number = 2
      while !used.insert("\(name)_\(number)").inserted { number += 1 }
      return "\(name)_\(number)"
    }
  }
}
