import ArgumentParser

/// The most rows to list.
struct RowLimit: ExpressibleByArgument {
  let count: Int

  init?(argument: String) {
    guard let count = Int(argument), count >= 0 else { return nil }
    self.count = count
  }
}
