/// Whether the letters of one name are the beginning of the other's: `Mia` of `mia.glow`.
func areAlike(_ left: String, _ right: String) -> Bool {
  let (one, two) = (letters(left), letters(right))
  guard min(one.count, two.count) >= 3 else { return one == two }
  return one.starts(with: two) || two.starts(with: one)
}

private func letters(_ text: String) -> [Character] {
  text.lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
}
