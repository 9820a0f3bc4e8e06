import LedgerCore

/// Claims, surveys, rates, memberships, targets, settings and coverages.
extension EntryRows {
  var ofProgramme: [DigestPart] {
    [
      DigestPart("claim", own(book.claims).map(row)),
      DigestPart("survey", own(book.surveys).map(row)),
      DigestPart("survey_answer", own(book.surveys).flatMap(answers)),
      DigestPart("rate", own(book.rates).map(row)),
      DigestPart("membership", own(book.memberships).map(row)),
      DigestPart("target", book.targets.filter { $0.entry == entry }.map(row)),
      DigestPart(
        "setting",
        own(book.settings).map {
          ["name": .text($0.name.description), "value": .text($0.value)]
        }),
      DigestPart("coverage", own(book.coverages).map(row)),
      DigestPart("event_mark", own(book.marks).map(row)),
      DigestPart("alias", own(book.aliases).map(row)),
      DigestPart("same_show", grouped: own(book.sameShows).map(row)),
      DigestPart("credit", grouped: own(book.credits).map(row)),
    ]
  }

  private func row(_ claim: Claim) -> DigestRow {
    [
      "key": .text(claim.key.description), "market": .text(claim.market?.description),
      "platform": .text(claim.platform), "stage": .text(claim.stage?.rawValue),
      "effective": .text(claim.effective?.description),
      "effective_first": .text(claim.effective?.firstDay.description),
      "effective_last": .text(claim.effective?.lastDay.description),
      "reported": .text(claim.reported.description),
      "reported_first": .text(claim.reported.firstDay.description),
      "reported_last": .text(claim.reported.lastDay.description),
      "source": .text(claim.source), "url": .text(claim.url), "quote": .text(claim.quote),
      "disputes": .text(claim.disputes?.description),
    ]
  }

  private func row(_ survey: Survey) -> DigestRow {
    [
      "key": .text(survey.key.description), "market": .text(survey.market.description),
      "kind": .text(survey.kind.description), "question": .text(survey.question),
      "date": .text(survey.date.description), "until": .text(survey.until?.description),
      "first_day": .text(survey.date.firstDay.description),
      "last_day": .text((survey.until ?? survey.date).lastDay.description),
      "sample_size": .integer(survey.sampleSize), "source": .text(survey.source),
      "url": .text(survey.url), "positive": .text(survey.positiveOption),
    ]
  }

  private func answers(of survey: Survey) -> [DigestRow] {
    survey.answers.enumerated().map { offset, answer in
      let (count, share): (Int64?, Int64?) =
        switch answer.amount {
        case .count(let count): (count, nil)
        case .share(let percent): (nil, Int64(clamping: percent.micros))
        }
      return [
        "survey": .text(survey.key.description), "position": .integer(Int64(offset + 1)),
        "option": .text(answer.option), "count": .integer(count), "share_micros": .integer(share),
      ]
    }
  }

  private func row(_ rate: ExchangeRate) -> DigestRow {
    [
      "base": .text(rate.base.code), "currency": .text(rate.currency.code),
      "day": .integer(rate.day.daysSince1970), "units": .integer(rate.value.units),
      "decimals": .integer(Int64(rate.value.decimals)), "source": .text(rate.source),
    ]
  }

  private func row(_ membership: Membership) -> DigestRow {
    [
      "market": .text(membership.market.description),
      "creator": .text(book.hash(of: membership.creator)),
      "platform": .text(membership.platform ?? ""),
      "joined_on": .integer(membership.joined.daysSince1970),
      "left_on": .integer(membership.left?.daysSince1970),
      "reason": .text(book.hash(of: membership.leaving?.reason)),
      "source": .text(membership.source),
    ]
  }

  private func row(_ coverage: Coverage) -> DigestRow {
    [
      "market": .text(coverage.market.description), "platform": .text(coverage.platform),
      "source": .text(coverage.source), "creator": .text(book.hash(of: coverage.creator)),
      "starts_at": .integer(coverage.startsAt.milliseconds),
      "ends_at": .integer(coverage.endsAt.milliseconds), "citation": .text(coverage.citation),
    ]
  }

  private func row(_ alias: Alias) -> DigestRow {
    func stored(_ name: String) -> String? {
      alias.kind == .creator ? book.hash(of: name) : name
    }
    return [
      "kind": .text(alias.kind.rawValue), "name": .text(stored(alias.name)),
      "canonical": .text(stored(alias.canonical)), "citation": .text(alias.citation),
    ]
  }

  private func row(_ credit: Credit) -> DigestPart.Grouped {
    let (order, line) = (DigestValue.text(credit.order), DigestValue.integer(credit.line ?? -1))
    let event = DigestValue.text(credit.event?.description ?? "")
    let channel = DigestValue.text(credit.channel?.rawValue ?? "")
    return DigestPart.Grouped(
      group: credit.source, order: [order, line, event, channel],
      row: [
        "order_number": order, "line": line, "event": event, "channel": channel,
        "creator": .text(book.hash(of: credit.creator)),
        "observed_at": .integer(credit.observedAt?.milliseconds),
        "citation": .text(credit.citation),
      ])
  }

  private func row(_ mark: Mark) -> DigestRow {
    [
      "event": .text(name(mark.event)), "starts_at": .integer(mark.startsAt.milliseconds),
      "ends_at": .integer(mark.endsAt?.milliseconds), "kind": .text(mark.kind.rawValue),
      "text": .text(mark.text), "creator": .text(book.hash(of: mark.creator)),
    ]
  }

  private func row(_ show: SameShow) -> DigestPart.Grouped {
    DigestPart.Grouped(
      group: name(show.other), order: [],
      row: ["event": .text(name(show.event)), "citation": .text(show.citation)])
  }

  private func row(_ record: TargetRecord) -> DigestRow {
    let target = record.target
    return [
      "market": .text(record.market.description), "event": .text(target.event.map(name)),
      "metric": .text(target.metric.description),
      "first_day": .integer(target.period?.first.daysSince1970),
      "last_day": .integer(target.period?.last.daysSince1970),
      "value_micros": .integer(Int64(clamping: target.micros)),
      "currency": .text(target.money?.currency.code), "source": .text(target.source),
    ]
  }
}
