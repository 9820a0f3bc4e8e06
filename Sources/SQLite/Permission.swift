/// What an untrusted statement may use; anything else is refused when it is prepared.
///
/// <https://www.sqlite.org/c3ref/set_authorizer.html>
package struct Permission: Sendable {
  /// Tables and views that can be read, by schema; both in lower case.
  package var tables: [String: Set<String>]
  /// Functions that can be called, in lower case.
  package var functions: Set<String>
  /// Pragmas that can be queried, in lower case; those of ``described`` also with an argument.
  package var pragmas: Set<String>

  /// Permits reading these tables, and the functions and pragmas that only read.
  package init(
    tables: [String: Set<String>], functions: Set<String> = Self.harmlessFunctions,
    pragmas: Set<String> = Self.harmlessPragmas
  ) {
    self.tables = tables
    self.functions = functions
    self.pragmas = pragmas
  }

  /// Pragmas whose argument names what to describe, and sets nothing.
  package static let described: Set<String> = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
    "foreign_key_list",
  ]

  /// Pragmas that describe the schema and the file's header.
  package static let harmlessPragmas: Set<String> = described.union([
    "application_id", "encoding", "page_count", "page_size", "schema_version", "user_version",
  ])

  /// Virtual tables computed from their arguments alone.
  static let computedTables = ["json_each", "json_tree"]

  /// Functions that read no data but their arguments, the row and the clock.
  ///
  /// <https://www.sqlite.org/lang_corefunc.html> and its sibling pages list them.
  package static let harmlessFunctions = Set(
    [
      // Core.
      "abs", "char", "coalesce", "format", "glob", "hex", "ifnull", "iif", "instr", "length",
      "like", "likelihood", "likely", "lower", "ltrim", "max", "min", "nullif", "printf", "quote",
      "random", "randomblob", "replace", "round", "rtrim", "sign", "soundex", "sqlite_version",
      "substr", "substring", "trim", "typeof", "unicode", "unlikely", "upper", "zeroblob",
      // Dates.
      "current_date", "current_time", "current_timestamp", "date", "datetime", "julianday",
      "strftime", "time", "unixepoch",
      // Aggregates and windows.
      "avg", "count", "cume_dist", "dense_rank", "first_value", "group_concat", "lag",
      "last_value", "lead", "nth_value", "ntile", "percent_rank", "rank", "row_number", "sum",
      "total",
      // Mathematics.
      "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "ceil", "ceiling", "cos",
      "cosh", "degrees", "exp", "floor", "ln", "log", "log10", "log2", "mod", "pi", "pow",
      "power", "radians", "sin", "sinh", "sqrt", "tan", "tanh", "trunc",
      // JSON.
      "->", "->>", "json", "json_array", "json_array_length", "json_extract", "json_group_array",
      "json_group_object", "json_insert", "json_object", "json_patch", "json_quote",
      "json_remove", "json_replace", "json_set", "json_type", "json_valid",
    ])

  /// An action of a statement that SQLite asks the authorizer to permit.
  enum Action: Equatable {
    /// A `SELECT`, recursive or not.
    case select
    /// Reading a column; its name is empty if rows are only counted.
    case read(table: String, column: String, schema: String?)
    case call(function: String)
    case pragma(name: String, argument: String?)
    /// Anything that writes, attaches or opens a transaction.
    case other
  }

  /// Whether a statement may perform an action.
  func allows(_ action: Action) -> Bool {
    switch action {
    case .select: true
    case .read(let table, let column, let schema):
      allowsReading(table.lowercased(), column, schema?.lowercased())
    case .call(let function): functions.contains(function.lowercased())
    case .pragma(let name, let argument):
      pragmas.contains(name.lowercased())
        && (argument == nil || Self.described.contains(name.lowercased()))
    case .other: false
    }
  }

  private func allowsReading(_ table: String, _ column: String, _ schema: String?) -> Bool {
    if Self.computedTables.contains(table) { return true }
    let pragma = "pragma_"
    if table.hasPrefix(pragma) { return pragmas.contains(String(table.dropFirst(pragma.count))) }
    // SQLite passes no schema for the name of a subquery, whose own reads it asks about as well,
    // nor for a table whose rows are only counted.
    guard let schema else { return column.isEmpty }
    return tables[schema]?.contains(table) == true
  }
}
