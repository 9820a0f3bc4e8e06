import LedgerCore

/// Events, their corrections, and the numbers that are about events.
extension EntryRows {
  var ofEvents: [DigestPart] {
    let (events, amended) = (own(book.events), own(book.amendments))
    return [
      DigestPart(
        "event",
        events.map {
          [
            "key": .text($0.key.description), "market": .text($0.market.description),
            "platform": .text($0.platform), "title": .text($0.title),
            "starts_at": .integer($0.startsAt.milliseconds),
            "ends_at": .integer($0.endsAt?.milliseconds),
          ]
        }),
      DigestPart("event_brand", grouped: events.flatMap(brands)),
      DigestPart("event_creator", grouped: events.flatMap(creators)),
      DigestPart(
        "event_amendment",
        grouped: amended.map {
          DigestPart.Grouped(
            group: name($0.key), order: [],
            row: [
              "platform": .text($0.platform), "title": .text($0.title),
              "starts_at": .integer($0.startsAt.milliseconds),
              "ends_at": .integer($0.endsAt?.milliseconds),
            ])
        }),
      DigestPart("event_amendment_brand", grouped: amended.flatMap(brands)),
      DigestPart("event_amendment_creator", grouped: amended.flatMap(creators)),
    ]
  }

  private func brands(of event: Event) -> [DigestPart.Grouped] {
    event.brands.enumerated().map { offset, brand in
      let position = DigestValue.integer(Int64(offset + 1))
      return DigestPart.Grouped(
        group: name(event.key), order: [position],
        row: ["position": position, "brand": .text(brand)])
    }
  }

  private func creators(of event: Event) -> [DigestPart.Grouped] {
    event.creators.enumerated().map { offset, creator in
      let position = DigestValue.integer(Int64(offset + 1))
      return DigestPart.Grouped(
        group: name(event.key), order: [position],
        row: [
          "position": position, "creator": .text(book.hash(of: creator.name)),
          "role": .text(creator.role.rawValue),
        ])
    }
  }

  var ofNumbers: [DigestPart] {
    [
      DigestPart("audience_count", grouped: own(book.counts).map(row)),
      DigestPart("reported_total", grouped: own(book.totals).map(row)),
      DigestPart("sale", grouped: own(book.sales).map(row)),
      DigestPart("sale_source", newSources.map { ["name": .text($0)] }),
    ]
  }

  private func row(_ count: AudienceCount) -> DigestPart.Grouped {
    // Storages number the metrics in the order of the cases.
    let metric = DigestValue.integer(
      Metric.allCases.firstIndex(of: count.metric).map { Int64($0) + 1 })
    let at = DigestValue.integer(count.at.milliseconds)
    return DigestPart.Grouped(
      group: name(count.event), order: [metric, at],
      row: ["metric": metric, "at": at, "count": .integer(count.count)])
  }

  private func row(_ total: ReportedTotal) -> DigestPart.Grouped {
    let (measure, source) = (
      DigestValue.text(total.measure.rawValue), DigestValue.text(total.key.source)
    )
    let at = DigestValue.integer(total.key.observedAt.milliseconds)
    return DigestPart.Grouped(
      group: name(total.event), order: [measure, source, at],
      row: [
        "measure": measure, "source": source, "observed_at": at,
        "value_micros": .integer(Int64(clamping: total.micros)),
        "currency": .text(total.money?.currency.code),
      ])
  }

  private func row(_ movement: Model.Movement) -> DigestPart.Grouped {
    let sale = movement.sale
    let (order, line) = (DigestValue.text(sale.key.order), DigestValue.integer(sale.key.line))
    let kind = DigestValue.text(sale.key.kind.rawValue)
    return DigestPart.Grouped(
      group: sale.key.source, order: [order, line, kind],
      row: [
        "order_number": order, "line": line, "kind": kind,
        "market": .text(movement.market.description), "event": .text(sale.event.map(name)),
        "product": .text(sale.product), "quantity": .integer(sale.quantity),
        "amount_micros": .integer(Int64(clamping: sale.amount.micros)),
        "currency": .text(sale.amount.currency.code), "at": .integer(sale.at.milliseconds),
        "quantity_unknown": .integer(sale.isQuantityUnknown ? 1 : nil),
        "not_before": .integer(sale.notBefore?.milliseconds),
        "observed_at": .integer(sale.observedAt?.milliseconds),
      ])
  }

  /// The sources of sales and credits that no earlier entry has, told apart by their bytes.
  private var newSources: [String] {
    func sources(where isOwn: (Int64) -> Bool) -> Set<[UInt8]> {
      let names =
        book.sales.filter { isOwn($0.entry) }.map(\.fact.sale.key.source)
        + book.credits.filter { isOwn($0.entry) }.map(\.fact.source)
      return Set(names.map { Array($0.utf8) })
    }
    return sources { $0 == entry }.subtracting(sources { $0 < entry })
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
