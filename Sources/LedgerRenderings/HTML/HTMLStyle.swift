/// The look of pages: on paper, on a phone, light and dark.
enum HTMLStyle {
  /// The style sheet; all colours have names, so that a test can measure their contrast.
  static let css = """
    :root { color-scheme: light dark;
      --paper: #ffffff; --panel: #f4f6f8; --ink: #1b1f24; --soft: #4d5761; --line: #c3cbd3;
      --accent: #0b57d0; --other: #9a4a00; --go: #0f6a2c; --wait: #774a00; --stop: #a40e26; }
    @media (prefers-color-scheme: dark) { :root {
      --paper: #11161c; --panel: #1a212a; --ink: #e6edf3; --soft: #a9b4bf; --line: #46515d;
      --accent: #7fb4ff; --other: #ffb267; --go: #5fd47c; --wait: #e8b54a; --stop: #ff938c; } }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 1rem; max-width: 72rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans",
      "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 .5rem; padding-top: 1rem;
      border-top: 2px solid var(--line); }
    h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
    p { margin: .25rem 0; }
    .soft, footer { color: var(--soft); }
    footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
    .verdict { margin: .75rem 0; padding: .6rem .9rem; background: var(--panel);
      border-left: .4rem solid; font-size: 1.15rem; }
    .verdict strong { font-size: 1.3rem; }
    .go { color: var(--go); } .wait { color: var(--wait); } .stop { color: var(--stop); }
    .verdict span { color: var(--ink); }
    .cards { display: grid; gap: .6rem; margin: 1rem 0; padding: 0; list-style: none;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); }
    .cards li { padding: .6rem .75rem; background: var(--panel); border-radius: .4rem; }
    .cards b { display: block; font-size: 1.25rem; line-height: 1.3; }
    .cards span, .cards small { display: block; color: var(--soft); font-size: .875rem; }
    .cards small { font-size: .75rem; overflow-wrap: anywhere; }
    .charts { display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
    figure { margin: 0; padding: .75rem; background: var(--panel); border-radius: .4rem;
      break-inside: avoid; max-width: 30rem; min-width: 0; }
    figcaption { font-weight: 600; margin-bottom: .35rem; }
    figure p { font-size: .875rem; color: var(--soft); }
    svg { display: block; width: 100%; height: auto; }
    svg text { font-size: 13px; fill: var(--ink); }
    svg .label { fill: var(--soft); }
    svg .axis { stroke: var(--line); stroke-width: 1; }
    svg .mark { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; }
    svg .curve { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
    svg .gap { fill: var(--soft); opacity: .2; }
    svg .area { fill: var(--accent); opacity: .15; }
    svg .bar { fill: var(--accent); }
    svg .below { fill: var(--other); }
    svg .range { stroke: var(--accent); stroke-width: 3; }
    svg .point { fill: var(--other); }
    .scroll { overflow-x: auto; margin: .5rem 0 1rem; }
    .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    table { border-collapse: collapse; min-width: 60%; font-variant-numeric: tabular-nums;
      overflow-wrap: normal; }
    caption { text-align: left; color: var(--soft); font-size: .875rem; padding: .25rem 0; }
    th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; }
    thead th { border-bottom: 2px solid var(--line); }
    tbody th { font-weight: 500; min-width: 8rem; }
    .number { text-align: right; white-space: nowrap; }
    dt { font-weight: 600; margin-top: .75rem; break-after: avoid; }
    dd { margin: 0; }
    code { font-size: .9em; }
    @media print {
      :root { color-scheme: light; --paper: #ffffff; --panel: #ffffff; --ink: #000000;
        --soft: #3d464f; --line: #8a939c; --accent: #0b57d0; --other: #9a4a00; --go: #0f6a2c;
        --wait: #774a00; --stop: #a40e26; }
      @page { margin: 15mm; }
      body { padding: 0; max-width: none; font-size: 10pt; }
      figure, .cards li, .verdict { border: 1px solid var(--line); }
      .verdict { border-left: .4rem solid; }
      .scroll { overflow: visible; }
      .charts { grid-template-columns: 1fr 1fr; }
      h2, h3, caption { break-after: avoid; } tr { break-inside: avoid; }
    }
    """
}
