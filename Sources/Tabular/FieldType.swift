/// What a file states about a field besides its text.
package enum FieldType: Sendable {
  /// Nothing: numbers and times are written in the conventions of the file's author.
  case text

  /// A number, written as in `-1234.56`, whatever the conventions of the file.
  case number

  /// A date or a time, written as in `2026-04-18 22:14:00`, whatever the conventions of the file.
  case time
}
