import ArgumentParser

/// The forms in which a definition is shown.
enum ExplainFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, markdown
}
