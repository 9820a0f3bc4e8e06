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
    - **An order** counts once in a market and once in each group that it touches, so groups may add
      up to more orders than the market has. In time, it counts where its earliest line is. An order
      in two currencies counts in each of them; it is one order in figures that have no currency,
      and in a report that converts to one. A ratio over shows counts it in each of its shows.

    ## Targets

    - **A metric without a currency**, such as orders or units, counts the sales in all currencies;
      an order in two of them is one. A target in money counts what is in its currency. A share of
      value, such as the refund rate by value, has to be reached in each currency: the one that is
      furthest from it is shown.
    - **A target of what comes back**, such as a refund rate, is a ceiling, shown with `≤`: it is met
      at or below its value. Its attainment is target ÷ actual, that of all others actual ÷ target,
      so from 100 % on a target is met.
    - **A target of a show** counts everything of the show; with a period, the movements of that
      period, and what was counted if the show starts in it.
    - **A show that has not begun** counts neither as a show nor as hours live.
    - **Pace** is attainment ÷ the share of the period that has passed, to the second: the day that
      is running counts with the part of it that is over, as do its sales.

    ## Creators

    - **Creators are people.** Whoever has several memberships of a market's programme, on several
      platforms or one after the other, is one creator, who joined on the first day of membership
      and left when the last one in a row ended. A contract that begins on the day on which the one
      before it ends is no joining, and its end is no leaving.
    - **Joined and left** count the creators who did so in the period; who left and came back is in
      both. **Retained** is who is a member again or still, so many months after first joining.

    """
}
