/// A type of error on the page: all of its cases, each with what a test made.
struct ErrorSection {
  /// What is said of an error: a code where it has one, the neutral sentence, and the command
  /// line's.
  struct Words {
    var code: String?
    let sentence: String
    let advice: String
  }

  let title: String
  /// The cases that no example is of.
  let missing: [String]
  let text: String

  /// `words`: what is said of an example.
  init<Case: ErrorCase>(
    _ title: String, _ introduction: String, _ cases: Case.Type,
    _ examples: [ErrorExample<Case.Value>], words: (Case.Value) -> Words
  ) {
    self.title = title
    var missing: [String] = []
    var rows: [String] = []
    for name in Case.allCases {
      let found = examples.filter { Case($0.value) == name }
      if found.isEmpty { missing.append("\(title).\(name.rawValue)") }
      for example in found {
        rows.append(Self.row(name.rawValue, words(example.value), example.isConstructed))
      }
    }
    self.missing = missing
    let hasCodes = examples.contains { words($0.value).code != nil }
    let head =
      hasCodes
      ? "| case | code, status | sentence |\n| --- | --- | --- |\n"
      : "| case | sentence |\n| --- | --- |\n"
    text = "## \(title)\n\n\(introduction)\n\n\(head)\(rows.joined())"
  }

  private static func row(_ name: String, _ words: Words, _ isConstructed: Bool) -> String {
    let code = words.code.map { " \($0) |" } ?? ""
    let advice =
      words.advice == words.sentence ? "" : "<br>*ledger:* \(escaped(words.advice))"
    return
      "| `\(name)`\(isConstructed ? " \\*" : "") |\(code) \(escaped(words.sentence))\(advice) |\n"
  }

  /// What Markdown would take for its own stands for itself.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "|*_<[\\".contains(character) { result.append("\\") }
      result.append(character == "\n" ? " " : character)
    }
    return result
  }
}
