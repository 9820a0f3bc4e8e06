/// A property that an input was found to break.
package struct Finding: Error, Equatable, CustomStringConvertible {
  /// What should have been, in a sentence.
  package let description: String
}

/// Goes on only where a property holds.
func expect(
  _ holds: Bool, _ property: @autoclosure () -> String
) throws(Finding) {
  if !holds { throw Finding(description: property()) }
}
