/// Returns the candidates nearest to a mistyped text: at most three, nearest first.
///
/// `distance`: the most edits that still count as near; by default a third of the text, at least
///   one and at most three.
public func nearest(
  to text: String, among candidates: [String], within distance: Int? = nil
) -> [String] {
  let typed = Array(text.unicodeScalars.prefix(64))
  let limit = distance ?? min(max(typed.count / 3, 1), 3)
  let near = candidates.compactMap { candidate -> (String, Int)? in
    let edits = edits(from: typed, to: Array(candidate.unicodeScalars))
    return edits <= limit ? (candidate, edits) : nil
  }
  return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
}

/// Counts insertions, deletions, replacements and swaps of neighbours between two texts.
///
/// Source: the restricted Damerau–Levenshtein distance, Boytsov, "Indexing methods for
/// approximate dictionary searching" (2011), section 2.1.
private func edits(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
  if abs(left.count - right.count) > 3 { return .max }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
      var best = min(replaced, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
