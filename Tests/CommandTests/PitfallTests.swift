import Foundation
import Testing

/// The mistakes that reports of live shopping make, one after the other.
///
/// Each is a small book of which the naive sum is another number than the right one; the naive one
/// stands beside it.
@Suite struct PitfallTests {
  /// The values of `ledger report --format csv`, by `group event currency figure`, as far as there.
  private func report(_ book: String, _ options: String) throws -> [String: String] {
    let exports = Project.root.appending(path: "Tests/LedgerImportTests/Exports").path()
    let text = try Page.printed(
      by: "exports=\(exports)\nexec 3>&1 1>/dev/null 2>&1\nledger init\n\(book)\n"
        + "ledger report --format csv \(options) >&3")
    var values: [String: String] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let place = cells[2...5].filter { !$0.isEmpty }.joined(separator: " ")
      if !cells[6].isEmpty { values[place] = String(cells[6]) }
    }
    return values
  }

  /// Two shows of one hour on 8 and 9 December 2021.
  private let shows = """
    for day in 8 9; do
      ledger add-event --event show-$day --market UK --platform tiktok --title $day \\
        --starts 2021-12-0${day}T18:00:00Z --ends 2021-12-0${day}T19:00:00Z
    done
    count() { ledger add-audience --event show-$1 --metric $2 --at $3 --count $4 $5; }
    sale() {
      ledger add-sale --event show-8 --order $1 --line 1 --product A --quantity $2 --amount $3 \\
        --currency $4 --at $5 $6
    }

    """

  /// Orders of TikTok Shop with only the columns by which the export is known, and its taxes.
  private func orders(_ rows: String...) -> String {
    let header = """
      Order ID,Order Status,Cancelation/Return Type,SKU ID,Seller SKU,Product Name,Quantity,\
      Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,\
      SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Taxes,Order Amount,\
      Order Refund Amount,Created Time,Paid Time,Cancelled Time
      """
    return "cat > orders.csv <<'END'\n\(([header] + rows).joined(separator: "\n"))\nEND\n"
      + "ledger import orders.csv --market UK --tz Europe/London --currency GBP"
  }

  @Test func `who watched two shows is one person, and viewers at once are not added up`() throws {
    let values = try report(
      shows + """
        count 8 unique_viewers 2021-12-08T19:00Z 600; count 9 unique_viewers 2021-12-09T19:00Z 500
        count 8 concurrent 2021-12-08T18:00Z 80; count 9 concurrent 2021-12-09T18:00Z 30
        """, "--market UK")
    // 1,100 people and a peak of 110.
    #expect(values["unique_viewers_lower"] == "600")
    #expect(values["unique_viewers_upper"] == "1100")
    #expect(values["peak_concurrent"] == "80")
  }

  @Test func `an export of running totals that comes again is the same show, seen later`() throws {
    let values = try report(
      """
      sed 's/512.30/600.00/; s/,800,/,900,/' $exports/tiktok-live-detail.csv > later.csv
      load() { ledger import --market MY --tz Asia/Kuala_Lumpur --observed-at $1 $2; }
      load 2026-05-02T14:00Z $exports/tiktok-live-detail.csv
      load 2026-05-09T14:00Z later.csv
      """, "--market MY")
    // 2 shows, 1,700 views and 1,112.30 ringgits.
    #expect(values["events"] == "1")
    #expect(values["views"] == "900")
    let show = "tiktok-7501234567890123456 MYR"
    #expect(values["\(show) reported_gmv_attributed"] == "600.00")
  }

  @Test func `a late refund is of its own day, or of the show that sold, and never of neither`()
    throws
  {
    let book =
      shows + """
        sale 1 1 100.00 GBP 2021-12-08T18:10Z
        sale 1 -1 -30.00 GBP 2022-01-05T09:00Z "--kind refund"
        """
    func december(_ options: String) throws -> [String: String] {
      try report(book, "--market UK --from 2021-12-01 --to 2021-12-31 \(options)")
    }
    // Of all that December has sold, 30 came back, but none in December.
    #expect(try december("--refunds processed")["GBP metric:gmv_net"] == "100.00")
    #expect(try december("--refunds cohort")["GBP metric:gmv_net"] == "70.00")
    let january = try report(book, "--market UK --from 2022-01-01 --to 2022-01-31")
    #expect(january["GBP metric:gmv_net"] == "-30.00")
    // A show whose refunds may still come is not settled.
    #expect(try december("--refund-days 3660")["provisional"] == "2")
    #expect(try december("")["provisional"] == "0")
  }

  @Test func `a restated number replaces the old one, which is kept with its instant`() throws {
    let book =
      shows + """
        count 8 views 2021-12-08T19:00Z 1200
        count 8 views 2021-12-08T19:00Z 1300 --restate
        """
    // 2,500 views.
    #expect(try report(book, "--market UK")["views"] == "1300")
    #expect(try report(book, "--market UK --as-of 3")["views"] == "1200")
  }

  @Test func `pounds and euros are not added up, but converted, each at the rate of its day`()
    throws
  {
    let book =
      shows + """
        sale 1 1 10.00 GBP 2021-12-08T18:10Z
        sale 2 1 20.00 EUR 2021-12-08T18:20Z
        sale 3 1 10.00 GBP 2021-12-20T18:10Z
        sale 4 1 1500 JPY 2021-12-08T18:10Z
        printf 'Date,GBP\\n2021-12-20,0.5\\n2021-12-08,0.8\\n' > rates.csv
        ledger import rates rates.csv --base EUR --source ECB
        """
    // 1,540 of something.
    let apart = try report(book, "--market UK")
    #expect(apart["GBP metric:gmv_gross"] == "20.00")
    #expect(apart["EUR metric:gmv_gross"] == "20.00")
    #expect(apart["JPY metric:gmv_gross"] == "1500")
    // 10 ÷ 0.8 + 20 + 10 ÷ 0.5, at the last rate alone 60; there is no rate of yen.
    let converted = try report(book, "--market UK --currency EUR")
    #expect(converted["EUR metric:gmv_gross_at_least"] == "52.50")
    #expect(converted["JPY metric:gmv_gross"] == nil)
  }

  @Test func `amounts are read by their own marks, also where a header names the currency`() throws
  {
    let orders = try report(
      "ledger import $exports/tiktok-orders.csv --market BR --tz America/Sao_Paulo", "--market BR")
    // 35,91 and 1.234,50 and 17,95 without their marks: 128,836.
    #expect(orders["BRL metric:gmv_gross"] == "1288.36")
    let shows = try report(
      """
      ledger import $exports/tiktok-seller-live.csv --market MY --tz Asia/Kuala_Lumpur \\
        --observed-at 2026-04-19T00:00Z
      """, "--market MY --by event")
    #expect(shows.first { $0.key.hasSuffix("MYR reported_gmv_gross") }?.value == "1234.50")
    // The export says 8.33% of what it does not say: 28 orders of 330 clicks.
    #expect(shows["metric:sku_orders_per_click"] == "0.084848")
  }

  @Test func `taxes and delivery are no part of what was sold`() throws {
    let values = try report(
      orders(
        "1,Completed,,11,A,A,1,,,,,,10.00,2.00,15.00,0,08/12/2021 18:10:00,08/12/2021 18:11:00,",
        "2,Completed,,11,A,A,2,,,,,,20.00,4.00,27.00,0,08/12/2021 18:10:00,08/12/2021 18:11:00,"),
      "--market UK")
    // 42.00 with taxes and delivery.
    #expect(values["GBP metric:gmv_gross"] == "30.00")
  }

  @Test func `what stands in every row of an order is counted once`() throws {
    let values = try report(
      orders(
        "1,Completed,,11,A,A,1,,,,,,10.00,,30.00,5.00,08/12/2021 18:10:00,08/12/2021 18:11:00,",
        "1,Completed,,12,B,B,1,,,,,,20.00,,30.00,5.00,08/12/2021 18:10:00,08/12/2021 18:11:00,"),
      "--market UK")
    // 60.00 sold, 10.00 refunded, 2 orders.
    #expect(values["GBP metric:gmv_gross"] == "30.00")
    #expect(values["GBP metric:refunded"] == "5.00")
    #expect(values["GBP orders"] == "1")
  }

  @Test func `a show after midnight in London is of the day of London`() throws {
    let values = try report(
      """
      ledger add-event --event late --market UK --platform tiktok --title Late \\
        --starts 2021-06-30T23:30:00Z --ends 2021-07-01T00:30:00Z
      ledger add-audience --event late --metric views --at 2021-07-01T00:30Z --count 7
      ledger add-sale --event late --order 1 --line 1 --product A --quantity 1 --amount 5.00 \\
        --currency GBP --at 2021-06-30T23:45Z
      """, "--market UK --by month")
    // By UTC it would be June.
    #expect(values["2021-07 metric:views"] == "7")
    #expect(values["2021-07 GBP metric:gmv_gross"] == "5.00")
    #expect(values.keys.contains { $0.hasPrefix("2021-06") } == false)
  }

  @Test func `an hour that the clock shows twice is in one day of 25 hours`() throws {
    let values = try report(
      """
      for time in 2021-10-30T23:00:00 2021-10-31T00:30:00 2021-10-31T01:30:00 \\
        2021-10-31T23:59:59; do
        ledger add-sale --market UK --order $time --line 1 --product A --quantity 1 \\
          --amount 1.00 --currency GBP --at ${time}Z
      done
      """, "--market UK --from 2021-10-31 --to 2021-10-31")
    // The day of UTC, or 24 hours from midnight on, has three.
    #expect(values["GBP orders"] == "4")
  }

  @Test func `times without a zone are refused where nothing says which`() throws {
    let values = try report(
      "ledger import $exports/tiktok-orders.csv --market BR || true", "--market BR")
    #expect(values["events"] == "0")
    #expect(values["BRL orders"] == nil)
  }

  @Test func `what was not counted is no zero`() throws {
    let rates = try report(
      shows + """
        count 8 views 2021-12-08T19:00Z 100; count 8 likes 2021-12-08T19:00Z 10
        count 9 views 2021-12-09T19:00Z 300
        printf 'timestamp,viewers\\n2021-12-08T18:00:00Z,100\\n2021-12-08T18:30:00Z,-\\n' > counts.csv
        printf '2021-12-08T19:00:00Z,100\\n' >> counts.csv
        ledger import counts.csv --event show-8
        """, "--market UK")
    // 10 likes of 400 views.
    #expect(rates["metric:likes_per_view"] == "0.1")
    // 50 on average, if - were 0.
    #expect(rates["average_concurrent"] == "100")
    #expect(rates["comments"] == nil)
  }

  @Test func `gifts and samples do not lower the order value`() throws {
    let values = try report(
      "ledger import $exports/tiktok-orders.csv --market BR --tz America/Sao_Paulo", "--market BR")
    // Of three orders one was free: 429.45 each.
    #expect(values["BRL orders"] == "3")
    #expect(values["BRL metric:average_order_value"] == "644.18")
  }
}
