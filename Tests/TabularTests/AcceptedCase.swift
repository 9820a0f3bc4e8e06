import Testing

/// A file that is CSV, and what is in it.
struct AcceptedCase: CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let header: [String]
  let records: [[String]]

  init(_ name: String, _ text: String, _ header: [String], _ records: [[String]]) {
    testDescription = name
    self.text = text
    self.header = header
    self.records = records
  }

  static let all: [AcceptedCase] = [
    .init("simple", "a,b,c\n1,2,3\n", ["a", "b", "c"], [["1", "2", "3"]]),
    .init("CRLF", "a,b,c\r\n1,2,3\r\n", ["a", "b", "c"], [["1", "2", "3"]]),
    .init("CR", "a,b\r1,2\r3,4\r", ["a", "b"], [["1", "2"], ["3", "4"]]),
    .init(
      "mixed line ends", "a,b\r\n1,2\r3,4\n5,6\n", ["a", "b"],
      [["1", "2"], ["3", "4"], ["5", "6"]]),
    .init("no final newline", "a,b\n1,2", ["a", "b"], [["1", "2"]]),
    .init("no final newline after a delimiter", "a,b\n1,", ["a", "b"], [["1", ""]]),
    .init("no final newline after a quote", "a,b\n1,\"2\"", ["a", "b"], [["1", "2"]]),
    .init("no final newline after doubled quotes", "a\n\"2\"\"\"", ["a"], [["2\""]]),
    .init("byte order mark", "\u{FEFF}a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    .init("byte order mark, then a quote", "\u{FEFF}\"a\",b\n1,2\n", ["a", "b"], [["1", "2"]]),
    .init("byte order mark of a line", "a,b\n\u{FEFF}1,2\n", ["a", "b"], [["1", "2"]]),
    .init("byte order mark, a quote", "a,b\r\n\u{FEFF}\"1\",2", ["a", "b"], [["1", "2"]]),
    .init("byte order mark alone", "a,b\n\u{FEFF}\n1,2\n\u{FEFF}", ["a", "b"], [["1", "2"]]),
    .init("byte order mark in a line", "a,b\n1,\u{FEFF}2\n", ["a", "b"], [["1", "\u{FEFF}2"]]),
    .init(
      "blank lines", "\n\r\na,b\n\n1,2\r\n\r\n\r\r3,4\n\n", ["a", "b"],
      [["1", "2"], ["3", "4"]]),
    .init("header only", "a,b", ["a", "b"], []),
    .init(
      "commas in quotes", "name,place\nAnn,\"Soho, London\"\n", ["name", "place"],
      [["Ann", "Soho, London"]]),
    .init(
      "empty fields", "a,b,c\n1,\"\",\n,,\n", ["a", "b", "c"], [["1", "", ""], ["", "", ""]]),
    .init("empty fields, CRLF", "a,b\r\n\"\",\r\n", ["a", "b"], [["", ""]]),
    .init("a lone empty field", "a\n\"\"\nx\n", ["a"], [[""], ["x"]]),
    .init(
      "doubled quotes", "a,b\n1,\"say \"\"hi\"\"\"\n\"\"\"\",\"\"\"\"\"\"\n", ["a", "b"],
      [["1", "say \"hi\""], ["\"", "\"\""]]),
    .init(
      "JSON in a field", "k,v\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [1, 2]}\"\n",
      ["k", "v"], [["1", "{\"type\": \"Point\", \"at\": [1, 2]}"]]),
    .init("quoted newline", "a,b\n\"x\ny\",2\n3,4\n", ["a", "b"], [["x\ny", "2"], ["3", "4"]]),
    .init("quoted newline, CRLF", "a,b\r\n\"x\r\ny\",2\r\n", ["a", "b"], [["x\r\ny", "2"]]),
    .init(
      "quotes and newlines", "a,b\n1,\"x\n\"\"y\"\"\n\"\n", ["a", "b"],
      [["1", "x\n\"y\"\n"]]),
    .init("UTF-8", "a,b\nʤ,東京\né,e\u{301}\n", ["a", "b"], [["ʤ", "東京"], ["é", "e\u{301}"]]),
    .init("emoji", "a👍,b\n👩‍👩‍👧‍👦,\"🇬🇧, 🛍️\"\n", ["a👍", "b"], [["👩‍👩‍👧‍👦", "🇬🇧, 🛍️"]]),
    .init(
      "spaces and controls are kept", "a, b\n 1 ,\t\u{1B}\n", ["a", " b"],
      [[" 1 ", "\t\u{1B}"]]),
    .init("columns without a name", "a,,\n1,2,3\n", ["a", "", ""], [["1", "2", "3"]]),
    .init("other delimiters in quotes", "\"a;b|c\"\n1\n", ["a;b|c"], [["1"]]),
    .init("other delimiters in rows", "a\n1;2|3\t4\n", ["a"], [["1;2|3\t4"]]),
    .init(
      "years as columns", "market,2021,2022\nUK,1,2\n", ["market", "2021", "2022"],
      [["UK", "1", "2"]]),
  ]
}
