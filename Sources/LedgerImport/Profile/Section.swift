import LedgerCore
import TOMLKit

/// A table of a profile, of which every key is accounted for.
struct Section {
  let profile: String
  /// The tables that it stands in, as `kind.` is.
  let path: String
  private let table: TOMLTable

  init(toml: String, profile: String) throws(ProfileError) {
    if let fault = TOMLGuard.fault(in: toml) {
      throw ProfileError(
        profile: profile, place: .line(fault.line, column: fault.column), reason: fault.reason)
    }
    self.profile = profile
    path = ""
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

  private init(profile: String, path: String, table: TOMLTable) {
    self.profile = profile
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
    return Section(profile: profile, path: "\(path)\(key).", table: inner)
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
      result.append(Section(profile: profile, path: path + place, table: inner))
    }
    return result
  }

  private func wrongType(_ key: String, _ type: TOMLType, wanted: String) -> ProfileError {
    fault(key, "is of type \(type), not \(wanted)")
  }
}
