/** Line icons on a 24 × 24 grid, drawn with the current colour. */
export const ICONS = {
  add: '<path d="M12 5v14M5 12h14"/>',
  agreements: '<path d="M6 3h8.5L19 7.5V21H6zM14 3v5h5M9 13h6M9 17h3"/>',
  assessments: '<path d="M9 4H6a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1h-3M9 2.8h6v3H9zM8.5 13l2.3 2.3 4.7-4.8"/>',
  bell: '<path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4"/>',
  calendar: '<path d="M4 5.5h16V21H4zM4 10h16M8.5 3v4M15.5 3v4"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  copy: '<path d="M8 8h12v13H8zM16 8V3H4v13h4"/>',
  down: '<path d="m5 9 7 7 7-7"/>',
  download: '<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>',
  edit: '<path d="m4 20 1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5"/>',
  filter: '<path d="M4 5h16l-6.5 8v6l-3 1.5V13z"/>',
  findings: '<path d="M5 21V4M5 4.5h12.5l-2.5 4 2.5 4H5"/>',
  language: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18"/>',
  left: '<path d="m15 5-7 7 7 7"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7L11.5 7M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.5-1.7"/>',
  mail: '<path d="M3 5.5h18v13H3zM3.5 6.5 12 13l8.5-6.5"/>',
  menu: '<path d="M4 6.5h16M4 12h16M4 17.5h16"/>',
  out: '<path d="M14 4H5v16h9M10 12h11M17 8l4 4-4 4"/>',
  print: '<path d="M7 9V3h10v6M7 18H4V9h16v9h-3M7 14.5h10V21H7z"/>',
  requests: '<path d="M4 13V5h16v8M4 13h4.5l1.5 3h4l1.5-3H20v6H4z"/>',
  right: '<path d="m9 5 7 7-7 7"/>',
  risk: '<path d="M4 4v16h16M8 15.5l3.5-4.5 3 2.5L20 6.5"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  settings: '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  sort: '<path d="M12 5v14M7 14l5 5 5-5"/>',
  theme: '<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>',
  trail: '<path d="M12 7v5.2l3.2 1.9M4 12a8 8 0 1 0 2.6-5.9M4 4v4h4"/>',
  undo: '<path d="M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3"/>',
  upload: '<path d="M12 15V4M7 8.5l5-5 5 5M4 20h16"/>',
  user: '<circle cx="12" cy="8" r="4"/><path d="M4.5 21a7.5 7.5 0 0 1 15 0"/>',
  vendors: '<path d="M4 21V5l9-2v18M13 9h7v12M2 21h20M7.5 8.5h2M7.5 12.5h2M7.5 16.5h2M16 13h1.5M16 17h1.5"/>',
  violations: '<path d="M12 3v18M7 21h10M5 6.5h14M5 6.5 2.5 13a2.8 2.8 0 0 0 5 0zM19 6.5 16.5 13a2.8 2.8 0 0 0 5 0z"/>',
  work: '<path d="M4 5.5h2M10 5.5h10M4 12h2M10 12h10M4 18.5h2M10 18.5h10"/>',
  x: '<path d="m6 6 12 12M18 6 6 18"/>',
}
export type IconName = keyof typeof ICONS

/** Filled status marks on a 14 × 14 grid: one shape a status, so that none is told by colour alone. */
export const MARKS = {
  attention: '<path d="M7 .8 13.6 13H.4z" fill="currentColor"/><path d="M7 5v3.7M7 10.2v1.3" stroke="var(--surface-raised)" stroke-width="1.5"/>',
  critical: '<path d="M4.2.5h5.6l3.7 3.7v5.6l-3.7 3.7H4.2L.5 9.8V4.2z" fill="currentColor"/><path d="M3.5 7h7" stroke="var(--mk,var(--surface-raised))" stroke-width="2"/>',
  danger: '<path d="m7 .2 6.8 6.8L7 13.8.2 7z" fill="currentColor"/><path d="M7 3.6v4M7 9v1.5" stroke="var(--surface-raised)" stroke-width="1.5"/>',
  neutral: '<circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  ok: '<circle cx="7" cy="7" r="6.5" fill="currentColor"/><path d="m4 7.2 2.1 2.1L10.2 5" fill="none" stroke="var(--surface-raised)" stroke-width="1.7"/>',
  past: '<circle cx="7" cy="7" r="4" fill="currentColor"/>',
  running: '<circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M7 3.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor"/>',
  waiting: '<circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.2 2.2"/>',
}
export type MarkName = keyof typeof MARKS

const STEP = ['x="0" y="8" height="4"', 'x="3.5" y="6" height="6"', 'x="7" y="4" height="8"', 'x="10.5" y="2" height="10"', 'x="14" y="0" height="12"']
const steps = (filled: number) => STEP.map((at, index) => `<rect ${at} width="2.5" fill="${index < filled ? 'currentColor' : 'var(--line)'}"/>`).join('')

/** Five rising steps on 16.5 × 12, filled up to the band. */
export const STEPS = { A: steps(1), B: steps(2), C: steps(3), D: steps(4), E: steps(5) }
