extension ColumnWords {
  /// Columns of tables.
  static let tables: [String: String] = [
    "acceptance.finding": "text of the finding, with its figures",
    "acceptance.reason": "the reason for accepting it",
    "acceptance.subject": "subject of the finding: a show's key, an order, …",

    "audience_count.at": "time of the count",
    "audience_count.event": "id of the show",
    "audience_count.metric": "id of the metric",

    "audience_total.counts": "number of counts",
    "audience_total.event": "id of the show",
    "audience_total.first_at": "time of the first count",
    "audience_total.last_at": "time of the last count",
    "audience_total.metric": "id of the metric",
    "audience_total.peak_at": "time at which the peak was first reached",
    "audience_total.twice_area": "twice the area under the curve of the counts (trapezoids)",

    "claim.disputes": "key of the claim that it disputes; null if it disputes none",
    "claim.effective":
      "start of the stage: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022; null if not stated",
    "claim.effective_first": "first day of that date or period",
    "claim.effective_last": "last day of that date or period",
    "claim.key": "key of the claim, by which another claim can dispute it",
    "claim.market": "the country; null if the claim is about a platform only",
    "claim.platform": "the platform, in lower case; null if the claim is about a market only",
    "claim.quote": "wording of the claim, quoted; null if not recorded",
    "claim.reported": "date of the report, in the same formats",
    "claim.source": "the person or publication that reported it",
    "claim.stage": """
    rumoured, planned, announced, piloting, live, paused, dropped or withdrawn; null if the claim \
    only disputes another
    """,
    "claim.url": "link to the publication; null if not known",

    "currency.digits": "number of decimals with which amounts are shown",

    "entry.audience_counts": "number of audience counts recorded",
    "entry.events": "number of shows recorded",
    "entry.import":
      "first entry of the same imported file; null for that entry, and without an import",
    "entry.number": "number of the entry, from 1",
    "entry.recorded_at": "time of recording; never before that of the entry before it",
    "entry.sales": "number of sales, cancellations, refunds and adjustments recorded",
    "entry.source": "the file or citation that the facts come from; null if not stated",
    "entry.source_digest": "SHA-256 of that file, hexadecimal; null if not known",

    "event.ends_at": "end of the show; null while not known",
    "event.id": "number for joins within this file; people use the key",
    "event.key": "key of the show, chosen by the user",
    "event.platform": "the platform, in lower case",
    "event.starts_at": "start of the show",

    "event_amendment.ends_at": "end of the show; null while not known",
    "event_amendment.event": "id of the show",
    "event_amendment.platform": "the platform, in lower case",
    "event_amendment.starts_at": "start of the show",
    "event_amendment_brand.event": "id of the show",
    "event_amendment_brand.position": "position in the list, from 1",
    "event_amendment_creator.event": "id of the show",
    "event_amendment_creator.position": "position in the list, from 1",
    "event_brand.event": "id of the show",
    "event_brand.position": "position in the list, from 1",
    "event_creator.event": "id of the show",
    "event_creator.position": "position in the list, from 1",

    "event_retention.event": "id of the show",
    "event_retention.half_micros": "people watching at 50 % of the show's length",
    "event_retention.quarter_micros": "people watching at 25 % of the show's length",
    "event_retention.three_quarters_micros": "people watching at 75 % of the show's length",

    "event_sale_quarter.event": "id of the show",
    "event_sale_quarter.quarter": "the quarter of an hour",

    "event_sale_total.adjusted_micros": "sum of the amounts of kind adjustment; of either sign",
    "event_sale_total.cancelled_micros": "sum of the amounts of kind cancellation; 0 or below",
    "event_sale_total.event": "id of the show",
    "event_sale_total.gross_micros": "sum of the amounts of kind sale",
    "event_sale_total.lines": "number of movements of any kind",
    "event_sale_total.paid_orders":
      "those of these orders whose lines of kind sale add up to more than 0",
    "event_sale_total.refunded_micros": "sum of the amounts of kind refund; 0 or below",
    "event_sale_total.units_cancelled": "units of kind cancellation; 0 or below",
    "event_sale_total.units_refunded": "units of kind refund; 0 or below",

    "market.code": "code of the country: ISO 3166-1 alpha-2, but UK for GB",
    "market.currency": "currency of the country; a sale may be in another one",
    "market.iso_code": "ISO 3166-1 alpha-2 code",
    "market.time_zone": "IANA name of the time zone; null if clocks differ within the country",

    "market_clock.offset_seconds": "offset from UTC; negative: behind UTC; null: not known",
    "market_clock.set_at": "start of the offset",

    "market_sale_day.day": "the day, UTC",
    "market_sale_total.quarter": "the quarter of an hour",

    "membership.joined_on": "first day of the membership",
    "membership.left_on":
      "first day after the membership; null while it lasts, or if its end is not known",
    "membership.platform": "the platform; '' if the programme is not limited to one",
    "membership.reason": "stated reason for leaving; null if there is none",
    "membership.source": "who reports it; null if not known",

    "metric.kind":
      "gauge (a level at one time), running total (since the start) or distinct people",

    "product_sale_total.event": "id of the show; 0 for sales that are credited to none",
    "product_sale_total.orders": "different orders with a line of kind sale of the product",
    "product_sale_total.paid_orders":
      "those of these orders whose lines of kind sale of the product add up to more than 0",
    "product_sale_total.product": "the product, as sales name it; '' for sales that name none",

    "question.description": "description of the query; null if there is none",
    "question.name": "name of the query",
    "digest.recipe": "how the digest is made: 1, or 2 for all entries since words stand apart",

    "entry.note": "hash of a remark on the entry, of the table person_text; null if there is none",

    "event_amendment_creator.creator": "hash of the name of the creator, of the table person_text",
    "event_creator.creator": "hash of the name of the creator, of the table person_text",

    "forgotten_text.hash": "hash of the words",
    "forgotten_text.entry": "the entry that forgot them",

    "membership.creator": "hash of the name of the creator, of the table person_text",

    "person_text.hash":
      "SHA-256 of salt and text, hexadecimal; facts hold it in place of the words",
    "person_text.salt": "16 random bytes, hexadecimal; null once the words are forgotten",
    "person_text.text": "the words; null once they are forgotten",

    "question.statement": "one SQL statement; null if the name was retired",
    "question_parameter.name": "name of the parameter, without the colon",
    "question_parameter.position": "position by first use in the statement, from 1",
    "question_parameter.question": "name of the saved query",
    "question_parameter.type":
      "type of the value: instant, money, …; null: by what the value looks like",
    "question_parameter.value": "default value; null if each run has to give one",

    "rate.currency": "the currency in which the value is stated",
    "rate.day": "the day of the exchange rate",
    "rate.source": "the publisher of the exchange rate",
    "rate.units": "the value without its decimal point",

    "reported_total.currency": "currency of a total in money; null for all others",
    "reported_total.event": "id of the show",
    "reported_total.measure": "the measure: gmv_gross, orders, watch_seconds, …",
    "reported_total.observed_at": "time of the observation; a later observation is another row",
    "reported_total.value_micros": "the total: money, a number or seconds",

    "sale.amount_micros": "the amount; 0 or below for cancellations and refunds",
    "sale.at": "time of the movement",
    "sale.currency": "currency of the amount",
    "sale.event": "id of the show that it is credited to; null if there is none",
    "sale.kind": "sale, cancellation, refund or adjustment",
    "sale.quantity": "number of units; negative for units that came back",
    "sale.source": "id of the system that numbers the orders, a sale_source",

    "survey.date": "date or period of the survey: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022",
    "survey.first_day": "first day on which anyone may have been asked",
    "survey.key": "key of the survey",
    "survey.kind": "subject, in lower case: awareness, adoption, …",
    "survey.last_day": "last day on which anyone may have been asked",
    "survey.question": "wording of the question; null if not known",
    "survey.sample_size": "number of people who answered; null if not known",
    "survey.source": "who conducted the survey or reports it",
    "survey.until": "last date or period of the survey, if it took longer than date; else null",
    "survey.url": "link to the publication; null if not known",
    "survey_answer.count": "number of people who gave it; null if a share is stated",
    "survey_answer.option": "the answer",
    "survey_answer.position": "position in the list of answers, from 1",
    "survey_answer.share_micros": "stated share of people who gave it; null if a count is stated",

    "target.currency": "currency of a target in money; null for all others",
    "target.event": "id of the show; null for a target of the whole market",
    "target.first_day": "first day of the period; null for the whole of a show",
    "target.id": "number within this file; people use the market or show, metric and period",
    "target.last_day": "last day of the period; null for the whole of a show",
    "target.market": "the country; for a show's target, that of the show",
    "target.metric": "metric of the report: gmv_net, peak_concurrent, …",
    "target.source": "who set the target or reports it; null if not known",
    "target.value_micros": "the target: money, a number or a ratio",

    "void.entry": "the entry that voided it",
    "void.reason": "stated reason for voiding it",
  ]
}
