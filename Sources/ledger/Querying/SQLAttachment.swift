import ArgumentParser

/// Another book, and its name in the statement.
struct SQLAttachment: ExpressibleByArgument {
  let name: String
  let path: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    name = String(argument[..<sign])
    path = String(argument[argument.index(after: sign)...])
    if name.isEmpty || path.isEmpty { return nil }
  }
}
