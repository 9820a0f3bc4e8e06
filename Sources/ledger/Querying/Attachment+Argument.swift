public import ArgumentParser
public import LedgerCore

extension Query.Attachment: ExpressibleByArgument {
  /// Reads `name=path`.
  public init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    let name = String(argument[..<sign])
    let path = String(argument[argument.index(after: sign)...])
    if name.isEmpty || path.isEmpty { return nil }
    self.init(name: name, path: path)
  }
}
