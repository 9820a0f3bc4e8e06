import LedgerCore

extension RowRule {
  /// Reads the tables `[[skip]]`, and then `[[reject]]`.
  static func all(of root: Section, records: RecordType) throws(ProfileError) -> [RowRule] {
    var rules: [RowRule] = []
    for section in try root.sections("skip") {
      try section.allow(["when", "when_column", "name", "reason"] + ShapeRule.keys)
      let (name, reason) = (try section.text("name"), try section.text("reason"))
      if try ShapeRule(section, name: name ?? reason) != nil { continue }
      rules.append(
        RowRule(tests: try tests(section, records), rejection: nil, name: name ?? reason))
    }
    for section in try root.sections("reject") {
      try section.allow(["when", "when_column", "reason"])
      guard let reason = try section.text("reason"), !reason.isEmpty else {
        throw section.fault("reason", "is missing: it is what is said of a rejected row")
      }
      rules.append(RowRule(tests: try tests(section, records), rejection: reason, name: nil))
    }
    return rules
  }

  /// The rules `[[skip]]` that are not of fields or columns.
  static func shapes(of root: Section) throws(ProfileError) -> [ShapeRule] {
    var rules: [ShapeRule] = []
    for section in try root.sections("skip") {
      let (name, reason) = (try section.text("name"), try section.text("reason"))
      if let rule = try ShapeRule(section, name: name ?? reason) { rules.append(rule) }
    }
    return rules
  }

  /// A condition on a text that is no number.
  static func textCondition(
    _ section: Section, _ key: String
  ) throws(ProfileError) -> Condition {
    try condition(section, key, field: .product)
  }

  static func tests(
    _ section: Section, _ records: RecordType
  ) throws(ProfileError) -> [Test] {
    var tests: [Test] = []
    if let fields = try section.section("when") {
      try fields.allow(records.fields.map(\.rawValue))
      for key in fields.keys {
        guard let field = Field(rawValue: key) else { continue }
        let condition = try condition(fields, key, field: field)
        tests.append(Test(subject: .field(field), condition: condition))
      }
    }
    if let columns = try section.section("when_column") {
      for key in columns.keys {
        let condition = try condition(columns, key, field: nil)
        tests.append(Test(subject: .column(key), condition: condition))
      }
    }
    guard !tests.isEmpty else {
      throw section.fault("when", "is missing: it says which rows, as in { quantity = \"zero\" }")
    }
    return tests
  }

  private static func condition(
    _ section: Section, _ key: String, field: Field?
  ) throws(ProfileError) -> Condition {
    if section.isText(key), let text = try section.text(key) {
      return try condition(text, section, key, field: field)
    }
    guard let inner = try section.section(key) else {
      throw section.fault(key, "is missing")
    }
    let words = ["equals", "begins", "one_of", "not_one_of"]
    try inner.allow(words)
    guard inner.keys.count == 1 else {
      throw section.fault(key, "says one of \(words.joined(separator: ", ")), and one only")
    }
    if let text = try inner.text("equals") { return .equals(text) }
    if let text = try inner.text("begins") { return .begins(text) }
    if let texts = try inner.list("one_of") { return .oneOf(texts.map { $0.lowercased() }, true) }
    return .oneOf((try inner.list("not_one_of") ?? []).map { $0.lowercased() }, false)
  }

  private static func condition(
    _ word: String, _ section: Section, _ key: String, field: Field?
  ) throws(ProfileError) -> Condition {
    if field == .kind { return .kind(try Sale.Kind(word, key: key, in: section)) }
    switch word {
    case "empty": return .empty
    case "present": return .present
    case "negative" where field?.isNumber != false: return .negative
    case "zero" where field?.isNumber != false: return .zero
    case "positive" where field?.isNumber != false: return .positive
    default:
      let words = field?.isNumber == false ? "" : "\"negative\", \"zero\", \"positive\", "
      throw section.fault(
        key,
        "tests for \(quoted(word)), which is not one of \(words)\"empty\", \"present\", "
          + "{ equals = \"…\" }, { begins = \"…\" }, { one_of = […] }, { not_one_of = […] }")
    }
  }
}
