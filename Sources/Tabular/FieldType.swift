/// What a file knows of a field besides its text.
public enum FieldType: Sendable {
  /// Nothing: numbers and times are written as whoever wrote the file is used to.
  case text

  /// It is a number, which is written as in `-1234.56`, whatever the rest of the file is like.
  case number

  /// It is a date or a time, which is written as in `2026-04-18 22:14:00`, whatever the rest of the
  /// file is like.
  case time
}
