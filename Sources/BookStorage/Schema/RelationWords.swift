extension ColumnWords {
  /// What a row of a table or view is; takes precedence over the comment of a migration.
  static let rows: [String: String] = [
    "acceptance": """
    a finding of the audit that somebody has reviewed and accepted. A finding with other \
    figures is another finding.
    """,
    "acceptances": "an accepted finding of the audit.",
    "audience_count": """
    a count of people or actions: one metric of one show at one time. Of the counts of the same \
    show, metric and time that are not voided, the one of the last entry applies.
    """,
    "audience_counts": "a count of people or actions: one metric of one show at one time.",
    "audience_counts_history": """
    a count of people or actions: one metric of one show at one time, current or not.
    """,
    "audience_curve": "the number of people watching a show at one time.",
    "audience_total": """
    the total of one metric of one show. It is not a fact: it is computed from audience_count, \
    and updated in the transaction that records the counts.
    """,
    "claim": """
    a claim about the rollout of live shopping in a market or on a platform: what somebody \
    reported, and when.
    """,
    "claims": "a claim about the rollout of live shopping in a market or on a platform.",
    "claims_history": """
    a claim about the rollout of live shopping in a market or on a platform, current or not.
    """,
    "creator_summary": """
    a creator in a market, with the creator's share of the sales in one currency; a creator who \
    sold in several has a row for each. The sales of a show are shared equally among its creators; \
    its views count in full for each of them.
    """,
    "current_event": """
    a live show in its current state: not voided, and as it was last amended. This view has the \
    ids and units of the tables.
    """,
    "current_event_brand": "a brand whose products a live show presents, in its current state.",
    "current_event_creator": "a person who appears in a live show, in its current state.",
    "current_event_sale": """
    the sales of a live show in one currency, with the cancellations and refunds that name no show \
    and follow the sales of their order. This view has the ids and units of the tables.
    """,
    "curve_gap": """
    a gap of a show's curve: two counts further apart than three times its usual step and than \
    two minutes. It is not a fact: it is computed from audience_count.
    """,
    "curve_step": """
    a class of steps from count to count of a show's curve, by length, with their number. It is \
    not a fact: it is computed from audience_count.
    """,
    "digest": """
    the digest of an entry: of the digest before it, and of everything that the entry recorded. \
    docs/digest.md says how it is computed. Entries that are older than this table got theirs in \
    an upgrade.
    """,
    "entries": "one commit to the book, voided or not, with the number of facts that it recorded.",
    "event": """
    a live show as it was recorded, before any correction. Corrections are in event_amendment; \
    the view current_event applies them.
    """,
    "event_amendment": """
    a complete correction of a show. Of a show's corrections that are not voided, the one of the \
    last entry applies.
    """,
    "event_amendment_brand": "a brand whose products a show presents, in a correction of the show.",
    "event_amendment_creator": "a person who appears in a show, in a correction of the show.",
    "event_brand": "a brand whose products a show presents.",
    "event_creator": "a person who appears in a show.",
    "event_funnel": """
    a show, with its numbers from views to orders by the last count of each, and the ratios \
    between them. A ratio is null if one of its numbers is missing, or the second one is 0.
    """,
    "event_retention": """
    the number of people watching after a quarter, half and three quarters of a show's length. \
    There is no row if the end of the show is not known, or if its counts do not reach all three. \
    It is not a fact: it is computed from audience_count and the times of the show, and updated \
    in the transaction that records them.
    """,
    "event_credit_quarter": """
    the part of an event_sale_quarter that recorded credits credit to the show: its movements of \
    kind sale. It is not a fact: it is computed from sale and credit, and updated in the \
    transaction that records them.
    """,
    "event_sale_quarter": """
    the part of an event_sale_total that is dated in one quarter of an hour. An order counts in \
    the quarter of its earliest line of kind sale. Quarters of an hour add up to days in every \
    time zone.
    """,
    "event_sale_total": """
    the total of the sales in one currency that are credited to one show. It is not a fact: it \
    is computed from sale, and updated in the transaction that records the sales.
    """,
    "event_summary": """
    a live show, with its sales in one currency. A show without sales has one row, where the \
    currency and all figures of sales are null.
    """,
    "events": "a live show in its current state: not voided, and as it was last amended.",
    "events_history": "a live show as one entry recorded or amended it, current or not.",
    "followed_return": """
    a cancellation or refund that names no show, with the show of its line, else the one show of \
    all lines sold of its order. This view has the ids and units of the tables.
    """,
    "market_clock": """
    the UTC offset of a market's clocks from one instant until the next row's, as former \
    programs used it. Views use market_zone and zone_clock.
    """,
    "market_month": """
    a month of a market, by its local time, with its sales in one currency. A month with shows but \
    without sales has one row, where the currency and all figures of sales are null.
    """,
    "market_zone": """
    a country, with the time zone that its days and local times are in: the setting zone.XX, else \
    the principal one of the country, which is only assumed where more than one in ten live by \
    other clocks.
    """,
    "principal_zone": """
    a country whose clocks differ, with the zone in which most of its people live. It is not a fact.
    """,
    "zone": "a time zone of the tz database, or an offset from UTC. It is not a fact.",
    "zone_clock": """
    the UTC offset of a clock from one instant until the next row's. It is not a fact: it comes \
    from the tz database, and an upgrade of the book brings it up to date.
    """,
    "zone_release": "the release of the tz database that zone and zone_clock are of.",
    "decimal_text": """
    the last entry that was recorded while amount, rate, share_percent and value were decimal text \
    in the views; a verification names the saved queries from before that read them.
    """,
    "market_sale_day": """
    the sum of the market_sale_total rows of one day (UTC). It is not a fact: it is computed \
    from sale, and updated in the transaction that records the sales.
    """,
    "market_sale_total": """
    the total of a market's sales in one currency and one quarter of an hour, separate for sales \
    that are credited to a show and for all others. An order counts in the quarter of its earliest \
    line of kind sale. It is not a fact: it is computed from sale.
    """,
    "membership": """
    a creator's membership of a market's programme, as known when its entry was recorded. Of the \
    rows with the same first day that are not voided, the one of the last entry applies; it can \
    only add the end.
    """,
    "memberships": "a creator's membership of a market's programme, as known now.",
    "memberships_history": """
    a creator's membership of a market's programme, as known at one entry, current or not.
    """,
    "metric": "a metric of audience counts.",
    "product_sale_total": """
    the total of one product's sales in one market and currency, credited to one show or to \
    none. An order counts once for each of its products. It is not a fact: it is computed from \
    sale.
    """,
    "product_summary": "a product in a market, with its sales in one currency.",
    "question": """
    a version of a saved query: a read-only SQL statement with a name. Of a name's versions that \
    are not voided, the one of the last entry applies.
    """,
    "person_text": """
    words of a person, or about one: a name, a reason for leaving, a note. Facts hold the hash, so \
    that the words can be forgotten while every digest stays what it is.
    """,
    "question_parameter": """
    a parameter of a saved query. The statement refers to it by its name with a colon in front, \
    and each run gives it a value.
    """,
    "questions": "a saved query in its current version.",
    "questions_history": "a version of a saved query, current or not.",
    "rate": """
    an exchange rate: the value of one unit of a base currency in another currency on a day. It \
    is units divided by 10 to the power of decimals, exactly as published. Of the exchange rates \
    of the same currencies and day that are not voided, the one of the last entry applies.
    """,
    "rates": "an exchange rate: the value of one unit of a base currency in another on a day.",
    "rates_history": "an exchange rate of two currencies on a day, current or not.",
    "reported_total": """
    a total for a show, as a platform reported it at one time. It is kept next to the facts that \
    the book itself adds up, and is never added to them.
    """,
    "reported_totals": "a total for a show, as a platform reported it.",
    "reported_totals_history": "a total for a show, as a platform reported it, current or not.",
    "sale": """
    a movement of units and money on a line of an order: a sale, cancellation, refund or \
    adjustment.
    """,
    "sales": "a sale, cancellation, refund or adjustment of a line of an order; not voided.",
    "sales_history": """
    a sale, cancellation, refund or adjustment of a line of an order, current or not.
    """,
    "survey": "a survey: a question that people in a market were asked.",
    "survey_answer": "an answer to a survey, with the number or share of people who gave it.",
    "survey_answers": """
    an answer to a current survey, with the number or share of people who gave it.
    """,
    "surveys": "a survey: a question that people in a market were asked, with the answers.",
    "surveys_history": "a survey: a question that people in a market were asked, current or not.",
    "target": """
    a target for a market or a show in one metric. Of the targets of the same market or show, \
    metric and period that are not voided, the one of the last entry applies.
    """,
    "targets": "a target for a market or a show in one metric, as it applies now.",
    "targets_history": "a target for a market or a show in one metric, current or not.",
    "void": "an entry that a later entry voided: its facts are no longer current.",
  ]

  /// Queries that show what is in a table or view.
  static let examples: [String: String] = [
    "audience_counts":
      "SELECT at, count FROM audience_counts WHERE metric = 'concurrent' ORDER BY event, at",
    "audience_curve":
      "SELECT event, minute, viewers, change FROM audience_curve ORDER BY change LIMIT 5",
    "creator_summary":
      "SELECT creator, events, views, net, currency FROM creator_summary ORDER BY net DESC",
    "entries": "SELECT number, recorded_at, command, source FROM entries ORDER BY number DESC",
    "event_funnel":
      "SELECT event, product_clicks, orders, order_rate FROM event_funnel ORDER BY order_rate DESC",
    "event_summary":
      "SELECT event, net FROM event_summary WHERE market = 'UK' ORDER BY net DESC",
    "events": "SELECT event, starts_at, creators FROM events WHERE market = 'UK'",
    "market_month":
      "SELECT month, events, orders, net, currency FROM market_month WHERE market = 'UK'",
    "product_summary":
      "SELECT product, units, units_back, net FROM product_summary ORDER BY units DESC LIMIT 10",
    "sales":
      "SELECT at, product, quantity, amount, currency FROM sales WHERE kind = 'refund'",
    "sales_history":
      "SELECT order_number, amount, recorded_at, voided_by FROM sales_history WHERE voided_by > 0",
  ]
}
