/// The words of a statement that reads, in lower case; <https://www.sqlite.org/lang_keywords.html>.
enum SQLKeywords {
  static let all = [
    "all", "and", "as", "asc", "between", "by", "case", "cast", "collate", "cross", "current_date",
    "current_timestamp", "desc", "distinct", "else", "end", "escape", "except", "exists", "explain",
    "filter", "following", "from", "full", "glob", "group", "having", "in", "inner", "intersect",
    "is", "join", "left", "like", "limit", "natural", "not", "null", "nulls", "offset", "on", "or",
    "order", "outer", "over", "partition", "plan", "preceding", "query", "range", "recursive",
    "right", "rows", "select", "then", "unbounded", "union", "using", "values", "when", "where",
    "window", "with",
  ]
}
