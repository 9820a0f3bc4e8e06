import LedgerCore
import LedgerKit
import LedgerRenderings

// A book, the UK's report in three forms, and one more sale.
let book = try Book.open(CommandLine.arguments[1], for: .recording)
let report = try book.report(ReportRequest(market: "UK"), isIllustrated: true)
for format in [ReportFormat.text, .json, .html] { print(report.rendered(as: format)) }

var words = SaleWords(
  order: "example-1", product: "BLENDER", quantity: 2, amount: "19.98", currency: "GBP",
  at: "2021-12-08T17:20:00Z")
words.market = "UK"
let sale = try book.sale(words)
let recording = try book.ledger.record([sale], as: book.draft("library example"))
if let receipt = try recording.confirmed([sale]) { print("receipt \(receipt)") }
try book.close()
