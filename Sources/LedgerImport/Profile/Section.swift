import LedgerCore
import TOMLKit

/// A table of a profile, of which every key is accounted for.
struct Section {
  let profile: String
  /// The tables that it stands in, as `kind.` is.
  let path: String
  let columns: ColumnTerms
  private let table: TOMLTable

  init(toml: String, profile: String) throws(ProfileError) {
    if let fault = TOMLGuard.fault(in: toml) {
      throw ProfileError(
        profile: profile, place: .line(fault.line, column: fault.column), reason: fault.reason)
    }
    self.profile = profile
    path = ""
    columns = ColumnTerms()
    do {
      table = try TOMLTable(string: toml)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw ProfileError(
        profile: profile, place: .line(begin.line, column: begin.column),
        reason: error.description)
    } catch {
      throw ProfileError(profile: profile, place: .whole, reason: "is not TOML: \(error)")
    }
  }

  private init(_ outer: Section, path: String, table: TOMLTable) {
    profile = outer.profile
    columns = outer.columns
    self.path = path
    self.table = table
  }

  var keys: [String] { table.keys }

  func fault(_ key: String, _ reason: String) -> ProfileError {
    ProfileError(profile: profile, place: .key(path + key), reason: reason)
  }

  /// Refuses keys that nothing would read.
  func allow(_ known: [String]) throws(ProfileError) {
    for key in keys where !known.contains(key) {
      let near = nearest(to: key, among: known)
      throw fault(
        key,
        "is not known\(didYouMean(near)); known here are \(known.joined(separator: ", "))")
    }
  }

  func text(_ key: String) throws(ProfileError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw wrongType(key, value.type, wanted: "a text") }
    return text
  }

  /// A number that is finite, whole or not.
  func number(_ key: String) throws(ProfileError) -> Double? {
    guard let value = table[key] else { return nil }
    if let whole = value.int { return Double(whole) }
    guard let number = value.double, number.isFinite else {
      throw wrongType(key, value.type, wanted: "a number")
    }
    return number
  }

  func isText(_ key: String) -> Bool { table[key]?.type == .string }

  func isTable(_ key: String) -> Bool { table[key]?.type == .table }

  /// The texts of all keys, by key.
  func texts() throws(ProfileError) -> [(key: String, text: String)] {
    var result: [(key: String, text: String)] = []
    for key in keys {
      if let text = try text(key) { result.append((key, text)) }
    }
    return result
  }

  func list(_ key: String) throws(ProfileError) -> [String]? {
    guard let value = table[key] else { return nil }
    guard let array = value.array else {
      throw wrongType(key, value.type, wanted: "a list of texts")
    }
    var result: [String] = []
    for element in array {
      guard let text = element.string else {
        throw wrongType(key, element.type, wanted: "a list of texts")
      }
      result.append(text)
    }
    return result
  }

  func section(_ key: String) throws(ProfileError) -> Section? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrongType(key, value.type, wanted: "a table") }
    return Section(self, path: "\(path)\(key).", table: inner)
  }

  /// The tables of an array of tables.
  func sections(_ key: String) throws(ProfileError) -> [Section] {
    guard let value = table[key] else { return [] }
    guard let array = value.array else {
      throw wrongType(key, value.type, wanted: "a list of tables: write [[\(key)]]")
    }
    var result: [Section] = []
    for element in array {
      guard let inner = element.table else {
        throw wrongType(key, element.type, wanted: "a list of tables: write [[\(key)]]")
      }
      let place = array.count > 1 ? "\(key)[\(result.count + 1)]." : "\(key)."
      result.append(Section(self, path: path + place, table: inner))
    }
    return result
  }

  func wholeNumbers(_ key: String) throws(ProfileError) -> [Int]? {
    guard let value = table[key] else { return nil }
    guard let array = value.array else {
      throw wrongType(key, value.type, wanted: "a list of whole numbers")
    }
    var result: [Int] = []
    for element in array {
      guard let number = element.int else {
        throw wrongType(key, element.type, wanted: "a list of whole numbers")
      }
      result.append(number)
    }
    return result
  }

  // MARK: Columns

  /// The column of a key: a name, or a list of the names that it may have.
  ///
  /// `field`: for what several columns may be joined there; `nil` where none may be.
  func column(_ key: String, for field: Field? = nil) throws(ProfileError) -> String? {
    guard let value = table[key] else { return nil }
    return try column(value, key, field)
  }

  /// The columns of all keys, by key.
  ///
  /// `field`: of all of them; `nil` where the keys are no fields.
  func columnByKey(
    for field: Field? = nil
  ) throws(ProfileError) -> [(key: String, column: String)] {
    var result: [(key: String, column: String)] = []
    for key in keys {
      if let column = try column(key, for: field ?? Field(rawValue: key)) {
        result.append((key, column))
      }
    }
    return result
  }

  /// A list of columns, each a name or a list of names.
  func columnList(_ key: String, for field: Field? = nil) throws(ProfileError) -> [String]? {
    guard let value = table[key] else { return nil }
    guard let array = value.array else {
      throw wrongType(key, value.type, wanted: "a list of columns")
    }
    var result: [String] = []
    for element in array { result.append(try column(element, key, field)) }
    return result
  }

  private func column(
    _ value: any TOMLValueConvertible, _ key: String, _ field: Field?
  ) throws(ProfileError) -> String {
    if let name = value.string {
      // `{Date} {Time}` is short for a table.
      guard let field, let joined = JoinedColumns(shorthand: name, field) else { return name }
      return columns.add(joined)
    }
    if let field, field.isJoinable, let inner = value.table {
      return columns.add(
        try JoinedColumns(Section(self, path: "\(path)\(key).", table: inner), field))
    }
    guard let array = value.array else {
      throw wrongType(key, value.type, wanted: "the name of a column, or a list of its names")
    }
    var names: [String] = []
    for element in array {
      guard let name = element.string, !name.isEmpty else {
        throw fault(key, "lists the names of one column: each is a text that is not empty")
      }
      names.append(name)
    }
    return try alias(names, key)
  }

  /// Takes texts as names of one column, and gives the first.
  func alias(_ names: [String], _ key: String) throws(ProfileError) -> String {
    guard let first = names.first else {
      throw fault(key, "is an empty list: it names a column")
    }
    if let other = columns.aliases.add(names) {
      throw fault(
        key,
        "has the name \(quoted(other)), which stands in another list: list all names of a "
          + "column once, and use one of them elsewhere")
    }
    return first
  }

  private func wrongType(_ key: String, _ type: TOMLType, wanted: String) -> ProfileError {
    fault(key, "is of type \(type), not \(wanted)")
  }
}

/// What a profile says of its columns beside one name, in whichever table.
final class ColumnTerms {
  var aliases = ColumnAliases()
  /// By the names that they are given.
  private(set) var joined: [String: JoinedColumns] = [:]

  /// Takes several columns as one, and gives it a name.
  func add(_ columns: JoinedColumns) -> String {
    joined[columns.name] = columns
    return columns.name
  }
}
