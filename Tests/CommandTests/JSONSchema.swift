import Foundation

/// As much of JSON Schema (draft 2020-12) as the schemas in `docs/schema` use.
struct JSONSchema {
  private let root: [String: Any]

  /// What it understands; any other word in a schema is reported.
  private static let words: Set = [
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "enum", "const", "anyOf", "pattern", "$comment",
  ]

  init(_ file: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// Where a value is not as the schema says, and how.
  func faults(_ value: Any) -> [String] { faults(value, root, at: "") }

  private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var found = Set(schema.keys).subtracting(Self.words).map { "\(path): unknown word \($0)" }
    if let name = schema["$ref"] as? String {
      let defs = root["$defs"] as? [String: [String: Any]]
      guard let target = defs?[String(name.dropFirst("#/$defs/".count))] else {
        return found + ["\(path): no \(name)"]
      }
      found += faults(value, target, at: path)
    }
    let types = (schema["type"] as? String).map { [$0] } ?? schema["type"] as? [String]
    if let types, !types.contains(where: { Self.is(value, $0) }) {
      return found + ["\(path): is no \(types.joined(separator: " or "))"]
    }
    if let options = schema["anyOf"] as? [[String: Any]],
      !options.contains(where: { faults(value, $0, at: path).isEmpty })
    {
      found.append("\(path): is none of anyOf")
    }
    let allowed = schema["enum"] as? [Any] ?? schema["const"].map { [$0] }
    if let allowed, !allowed.contains(where: { ($0 as? NSObject) == (value as? NSObject) }) {
      found.append("\(path): \(value) is not allowed")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): \(text) is not \(pattern)")
    }
    if let object = value as? [String: Any] { found += members(object, schema, at: path) }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      found += array.enumerated().flatMap { faults($1, items, at: "\(path)/\($0)") }
    }
    return found
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], at path: String
  ) -> [String] {
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let required = schema["required"] as? [String] ?? []
    var found = required.filter { object[$0] == nil }.map { "\(path)/\($0): is missing" }
    for (name, value) in object {
      if let schema = known[name] {
        found += faults(value, schema, at: "\(path)/\(name)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        found += faults(value, others, at: "\(path)/\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path)/\(name): is not in the schema")
      }
    }
    return found
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    let number = value as? NSNumber
    let isBool = value is Bool && number.map { unsafe String(cString: $0.objCType) == "c" } ?? true
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "boolean": return isBool
    case "null": return value is NSNull
    case "number": return number != nil && !isBool
    case "integer":
      return number.map { $0.doubleValue.rounded() == $0.doubleValue } ?? false && !isBool
    default: return false
    }
  }
}
