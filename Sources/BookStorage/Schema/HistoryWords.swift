extension ColumnWords {
  /// Columns of the views of everything ever recorded.
  static let histories: [String: String] = [
    "audience_counts_history.at": "time of the count",
    "audience_counts_history.at_local": "time of the count, in the market's local time",
    "audience_counts_history.count": "the number counted",
    "audience_counts_history.event": "key of the show",
    "audience_counts_history.market": "the country in which the show sells",
    "audience_counts_history.metric": "the metric: concurrent, views, likes, …",
    "audience_counts_history.author": "name of who recorded it; null if not known",
    "audience_counts_history.recorded_at": "time of recording",
    "audience_counts_history.voided_by": "the entry that voided it; null if none did",

    "claims_history.claim": "key of the claim",
    "claims_history.disputes": "key of the claim that it disputes; null if it disputes none",
    "claims_history.effective":
      "start of the stage: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022; null if not stated",
    "claims_history.market": "the country; null if the claim is about a platform only",
    "claims_history.platform":
      "the platform, in lower case; null if the claim is about a market only",
    "claims_history.author": "name of who recorded it; null if not known",
    "claims_history.recorded_at": "time of recording",
    "claims_history.reported": "date of the report, in the same formats",
    "claims_history.source": "the person or publication that reported it",
    "claims_history.stage":
      "stage of the rollout: planned, live, …; null if the claim only disputes another",
    "claims_history.url": "link to the publication; null if not known",
    "claims_history.voided_by": "the entry that voided it; null if none did",

    "events_history.ends_at": "end of the show; null while not known",
    "events_history.ends_at_local": "end of the show, in the market's local time",
    "events_history.event": "key of the show, chosen by the user",
    "events_history.market": "the country in which the show sells",
    "events_history.platform": "the platform, in lower case",
    "events_history.author": "name of who recorded it; null if not known",
    "events_history.recorded_at": "time of recording",
    "events_history.starts_at": "start of the show",
    "events_history.starts_at_local": "start of the show, in the market's local time",
    "events_history.title": "title of the show",
    "events_history.voided_by": "the entry that voided it; null if none did",

    "memberships_history.creator": "name of the creator, as shows credit it",
    "memberships_history.joined_on": "first day of the membership",
    "memberships_history.left_on":
      "first day after the membership; null while it lasts, or if its end is not known",
    "memberships_history.platform": "the platform; null if the programme is not limited to one",
    "memberships_history.reason": "stated reason for leaving; null if there is none",
    "memberships_history.author": "name of who recorded it; null if not known",
    "memberships_history.recorded_at": "time of recording",
    "memberships_history.source": "who reports it; null if not known",
    "memberships_history.voided_by": "the entry that voided it; null if none did",

    "questions_history.description": "description of the query; null if there is none",
    "questions_history.name": "name of the query",
    "questions_history.parameters": "parameters, with their default values: :market=UK, :since",
    "questions_history.author": "name of who recorded it; null if not known",
    "questions_history.recorded_at": "time of saving",
    "questions_history.statement": "the SQL statement; null if the name was retired",
    "questions_history.voided_by": "the entry that voided it; null if none did",

    "rates_history.base": "the base currency, of which one unit is valued",
    "rates_history.currency": "the currency in which the value is stated",
    "rates_history.rate_number": "units of currency for one unit of base, as a number",
    "rates_history.author": "name of who recorded it; null if not known",
    "rates_history.recorded_at": "time of recording",
    "rates_history.source": "the publisher of the exchange rate",
    "rates_history.voided_by": "the entry that voided it; null if none did",

    "reported_totals_history.currency": "currency of a total in money; null for all others",
    "reported_totals_history.event": "key of the show",
    "reported_totals_history.market": "the country in which the show sells",
    "reported_totals_history.measure": "the measure: gmv_gross, orders, watch_seconds, …",
    "reported_totals_history.observed_at": "time of the observation",
    "reported_totals_history.observed_at_local":
      "time of the observation, in the market's local time",
    "reported_totals_history.author": "name of who recorded it; null if not known",
    "reported_totals_history.recorded_at": "time of recording",
    "reported_totals_history.value_number": "the total as a number: money, a number or seconds",
    "reported_totals_history.voided_by": "the entry that voided it; null if none did",

    "sales_history.amount": "the amount, exact; 0 or below for cancellations and refunds",
    "sales_history.amount_number": "the amount as a number",
    "sales_history.at": "time of the movement, or the latest that a refund can have been made",
    "sales_history.at_local": "time of the movement, in the market's local time",
    "sales_history.currency": "currency of the amount",
    "sales_history.event": "key of the show that it is credited to; null if there is none",
    "sales_history.line": "number of the line in the order",
    "sales_history.not_before":
      "the earliest that a refund can have been made; null if at is exact",
    "sales_history.observed_at":
      "time of which the source shows the state of the order; null if it does not say",
    "sales_history.order_number": "number of the order",
    "sales_history.product": "the product, as the source names it; null if not known",
    "sales_history.quantity":
      "number of units; negative for units that came back, null if not known",
    "sales_history.author": "name of who recorded it; null if not known",
    "sales_history.recorded_at": "time of recording",
    "sales_history.voided_by": "the entry that voided it; null if none did",

    "settings_history.author": "name of who set it; null if not known",

    "surveys_history.date":
      "date or period of the survey: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022",
    "surveys_history.kind": "subject, in lower case: awareness, adoption, …",
    "surveys_history.question": "wording of the question; null if not known",
    "surveys_history.author": "name of who recorded it; null if not known",
    "surveys_history.recorded_at": "time of recording",
    "surveys_history.sample_size": "number of people who answered; null if not known",
    "surveys_history.source": "who conducted the survey or reports it",
    "surveys_history.survey": "key of the survey",
    "surveys_history.voided_by": "the entry that voided it; null if none did",

    "targets_history.currency": "currency of a target in money; null for all others",
    "targets_history.event": "key of the show; null for a target of the whole market",
    "targets_history.first_day": "first day of the period; null for the whole of a show",
    "targets_history.last_day": "last day of the period; null for the whole of a show",
    "targets_history.metric": "metric of the report: gmv_net, peak_concurrent, …",
    "targets_history.author": "name of who recorded it; null if not known",
    "targets_history.recorded_at": "time of recording",
    "targets_history.source": "who set the target or reports it; null if not known",
    "targets_history.value_number": "the target as a number: money, a number or a ratio",
    "targets_history.voided_by": "the entry that voided it; null if none did",
  ]
}
