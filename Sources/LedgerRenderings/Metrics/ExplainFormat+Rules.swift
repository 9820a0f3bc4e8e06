extension ExplainFormat {
  /// What holds of many figures.
  static let rules = """

    ## Periods, shows and orders

    - **A period** has the movements of its days, in the totals and in every group, such as a
      product or a platform. In a cohort report, movements credited to a show belong to the day on
      which the show starts. The list of shows has everything of each show that starts in the
      period.
    - **A cancellation or refund that names no show** is credited to the show of its line, which is
      the sale of the same source, order and line. If no such line was sold, it is credited to the
      show of its order, if all lines sold of the order name that one. Otherwise it is credited to
      none; if its order names several shows, or is not recorded, the report says how much that is,
      and a rule of the audit names it. The order in which they were recorded does not matter. It
      is the same in reports, views, and reports with a credit rule; what is recorded of an order
      takes precedence over such a rule.
    - **A refund of which only bounds of its time are known**, as exports of orders have them,
      counts in a period if both bounds are in it. If they are on both sides of an edge of the
      period, what was refunded, what is net and the rates are ranges: at least without the refund,
      at most with it. In groups of time it is whole in the only group that it can be of, and else
      possible in each of these. The report says how much is dated exactly. In a cohort report, a
      refund that is credited to a show is of the show, whenever it was made. Converted, it has the
      exchange rate of its earliest day.
    - **Units that are not known** are not 0: the units, and the rates and prices made of them, have
      bounds instead of a value, and no interval. Refunds of an older program, which had 0 units
      where an export says none, stay as they are.
    - **Groups of time** between the first and the last are all listed, also those without a show
      and without a sale, which have no figures; a table for people says how many there are in a
      row. Nothing says that nothing happened then, only that nothing is recorded.
    - **An order** counts once in a market and once in each group that it touches, so groups may add
      up to more orders than the market has. In time, it counts where its earliest line is. An order
      in two currencies counts in each of them; it is one order in figures that have no currency,
      and in a report that converts to one. A ratio over shows counts it in each of its shows.
    - **A name that stands for another** creator, brand or product, by an *alias*, is shown as that
      one, and what both did is one group: a show that names both, and an order with lines of both
      products, count once in it.
    - **A show without a sale** sold nothing if a *coverage* says that all sales of its time are
      recorded, from its start to its end (with a credit rule, to the end of the rule's window):
      those of its platform and its creators, and of every source that credits sales to shows. It
      then counts with 0. Otherwise what it sold is not known. It is not known either if all orders
      of a covered source are credited to no show, because some may be of this one, and no credit
      rule is in force. A show that has only refunds or adjustments is a show without a sale.
    - **A credit rule** `window:24h` credits a sale to the show that started last, of those that
      had started and ended at most 24 hours before it, to the millisecond; a show without a
      recorded end ends when it starts. All lines of an order that name no show go where the
      earliest of its sales among them goes, at whatever time they are dated, and its refunds with
      them. It counts in the report, its targets, readiness, creators and drift alike.
    - **A cohort report** dates at the start of its show whatever is credited to one: sales,
      cancellations, refunds and adjustments. What is credited to none keeps its own day.
    - **A ratio "over the shows that have both"** adds up each of its parts over the same shows:
      those for which both are known, also as 0. The number of these shows stands beside it.
    - **Ratios over shows whose sales are not known** have bounds and no value. GMV per hour or per
      1,000 views and orders per click are at least what they would be if these shows had sold
      nothing; the value over the others stands beside it. A refund or cancellation rate is at most
      what is recorded, where something came back of such a show, since more may have been sold.
      Sums, and averages per order, are of what is recorded.
    - **Amounts in another currency** are converted at the exchange rate of their day, added up, and
      rounded once. Orders, units and hours need no rate. A sum of which an amount has no rate is
      shown by its bound: what was sold is at least, what came back can only lower the net. A ratio
      over shows leaves out both sides of a show of which an amount has no rate, and says over how
      many shows it is.
    - **The net of the shows** is not that of the report: a show has all its sales, whatever their
      date, and some sales are of no show. Where they differ, the report says by how much and why.
    - **A refund rate** of a report is of all shows and days that it covers. The criterion
      `settled_refund_rate` of readiness is of the shows whose refunds can be known, and another
      number.
    - **A change** is the figure ÷ that of the other period − 1. Its interval is by how shows
      differ, or days with sales for figures of sales (Fieller's method), five or more in each
      period; a largest count and a number of people have none.

    ## Targets

    - **A metric without a currency**, such as orders or units, counts the sales in all currencies;
      an order in two of them is one. A target in money counts what is in its currency. A share of
      value, such as the refund rate by value, has to be reached in each currency: the one that is
      furthest from it is shown.
    - **A target of what comes back**, such as a refund rate, is a ceiling, shown with `≤`: it is
      met at or below its value. Its attainment is target ÷ actual; that of all others is
      actual ÷ target. From 100 % on, a target is met.
    - **A target of a show** counts everything of the show; with a period, the movements of that
      period, and what was counted if the show starts in it.
    - **A show that has not begun** counts neither as a show nor as hours live.
    - **Pace** is attainment ÷ the share of the period that has passed, to the second: the day that
      is running counts with the part of it that is over, as do its sales.

    ## Creators

    - **Creators are people.** A person with several memberships of a market's programme, on several
      platforms or one after the other, is one creator, who joined on the first day of membership
      and left when the last one in a row ended. A contract that begins on the day on which the one
      before it ends is no joining, and its end is no leaving.
    - **Joined and left** count the creators who did so in the period; who left and came back is in
      both. **Retained** is who is a member again or still, so many months after first joining.

    """
}
