/** The style of the portfolio page: quiet on the screen, and made for A4 across. No colour says anything alone. */
export const PAGE_STYLE = `
@page { size: A4 landscape; margin: 12mm; }
:root { --ink: #1f2328; --quiet: #59636e; --line: #d1d9e0; --good: #1a7f37; --warn: #9a6700; --bad: #cf222e; --info: #0969da; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 14px/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1240px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0; }
h2 { font-size: 16px; margin: 32px 0 8px; break-after: avoid; }
header p { margin: 4px 0 0; color: var(--quiet); }
.figures { display: flex; gap: 12px; flex-wrap: wrap; list-style: none; margin: 20px 0 0; padding: 0; }
.figures li { flex: 1 1 160px; border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px; padding: 8px 14px; }
.figures b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures span { color: var(--quiet); }
.figures .in-time { border-left-color: var(--good); }
.figures .late { border-left-color: var(--warn); }
.figures .open { border-left-color: var(--bad); }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 7px 10px 7px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--quiet); font-weight: 600; border-bottom: 2px solid var(--line); overflow-wrap: normal; }
tbody th { font-weight: 600; min-width: 210px; }
td:first-child { white-space: nowrap; }
td > span, th > span { display: block; font-weight: 400; }
.quiet { color: var(--quiet); }
.nowrap { white-space: nowrap; }
.verdict, .outcome { font-weight: 600; }
.verdict::before, .outcome::before { content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 6px; background: var(--quiet); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.overdue::before, .open::before { background: var(--bad); border-radius: 1px; }
.attention::before, .late::before { background: var(--warn); }
.due-soon::before { background: var(--info); }
.current::before, .in-time::before { background: var(--good); }
.outcome { font-weight: 400; }
section { margin: 0; }
figure { margin: 0; }
svg { display: block; width: 100%; height: auto; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
svg text { font: 12px system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
svg .quiet { fill: var(--quiet); }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .period { fill: #f3f6f9; }
svg .day { stroke: var(--info); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .tested { fill: #4c8fd6; stroke: #fff; stroke-width: 1; }
svg .bridged { fill: #ffffff; stroke: #4c8fd6; stroke-width: 1.5; stroke-dasharray: 3 2; }
svg .hole { fill: #ffebe9; stroke: var(--bad); stroke-width: 1.5; }
svg .in-time { fill: #2da44e; }
svg .late { fill: #d4a72c; }
svg .open { fill: #fff; stroke: var(--bad); stroke-width: 1.5; }
svg .review { fill: var(--ink); }
.legend { display: flex; gap: 18px; flex-wrap: wrap; color: var(--quiet); font-size: 12px; margin: 0 0 8px; padding: 0; list-style: none; }
.legend svg { display: inline-block; width: 22px; height: 12px; vertical-align: -1px; margin-right: 6px; }
footer { margin-top: 32px; color: var(--quiet); font-size: 12px; }
@media print { main { padding: 0; max-width: none; } h2 { margin-top: 20px; } }
`;
