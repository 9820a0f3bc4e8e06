import ArgumentParser

/// Another book, and the name by which the statement calls it.
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
