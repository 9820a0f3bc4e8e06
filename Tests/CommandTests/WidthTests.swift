import Foundation
import Testing

/// Reports on terminals of several widths.
@Suite struct WidthTests {
  /// A book of shows with long names, which sold in three currencies.
  private static let folder = Result {
    let folder = try Shell.newFolder()
    let shows = ["on-trend-christmas-special-2021-12-08", "spring", "summer-in-the-city-of-london"]
    let starts = ["2021-12-08T18:00", "2022-03-08T18:00", "2022-06-08T18:00"]
    var events = "event,market,platform,title,starts_at,ends_at,creators\n"
    var counts = "event,at,metric,count\n"
    var sales = "order,line,product,quantity,amount,currency,at,event\n"
    for (show, start) in zip(shows, starts) {
      let end = start.replacing("18:00", with: "20:00")
      events += "\(show),UK,tiktok,Title,\(start)Z,\(end)Z,Amy;Bob\n"
      for (metric, count) in [
        ("concurrent", 12345), ("views", 2_345_678), ("product_clicks", 9876),
      ] {
        counts += "\(show),\(start)Z,\(metric),\(count)\n\(show),\(end)Z,\(metric),\(count + 1)\n"
      }
      for (line, (currency, amount)) in [
        ("GBP", "1234567.89"), ("EUR", "234567.80"), ("USD", "34567.70"),
      ].enumerated() {
        sales += "\(show),\(line),A very long lipstick of many words,1,\(amount),\(currency),"
        sales += "\(start)Z,\(show)\n"
      }
    }
    sales += "IE-1,1,lipstick,1,99.95,EUR,2022-03-08T18:00Z,\n".replacing(
      "Z,\n", with: "Z,spring\n")
    for (name, text) in [("events", events), ("audience", counts), ("sales", sales)] {
      try text.write(to: folder.appending(path: "\(name).csv"), atomically: true, encoding: .utf8)
    }
    let made = try Shell.run(
      """
      set -e; ledger init
      for kind in events audience sales; do ledger import $kind $kind.csv; done
      ledger add-target --market UK --metric gmv_net --period 2022 --value 9999999.99 --currency GBP
      ledger add-target --event spring --metric peak-concurrent --value 20000
      """, in: folder)
    #expect(made.status == 0, "\(made.output)")
    return folder
  }

  private static let questions = [
    "--market UK --by event",
    "--market UK,IE --by month --from 2022-01-01 --to 2022-12-31 --compare last-year",
    "--all --by product --sort gmv-per-thousand-views", "--market UK --by creator --refunds cohort",
  ]

  private func amounts(_ text: String) -> Set<String> {
    Set(text.matches(of: /[0-9][0-9,]*\.[0-9]{2}/).map { String($0.output) })
  }

  @Test(arguments: [60, 80, 100, 132, 999], questions)
  func `no line of a report is wider than the terminal, and no amount is left out`(
    columns: Int, question: String
  ) throws {
    let folder = try Self.folder.get()
    let whole = try Shell.run("ledger report \(question)", in: folder)
    #expect(whole.status == 0, "\(whole.output)")
    let shown = try Shell.run(
      "TERM=xterm script -qec 'stty cols \(columns); ledger report \(question)' /dev/null",
      in: folder)
    let text = shown.output.replacing("\r\n", with: "\n")
    for line in text.split(separator: "\n") {
      // No character of these reports takes two columns.
      #expect(line.count <= columns, "\(line)")
    }
    #expect(amounts(text) == amounts(whole.output))
    if columns == 999 { #expect(text == whole.output) }
  }
}
