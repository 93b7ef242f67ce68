import { ICONS, MARKS, STEPS } from './symbols.ts'

const symbols = (prefix: string, size: string, shapes: Record<string, string>) =>
  Object.entries(shapes)
    .map(([name, shape]) => `<symbol id="${prefix}-${name}" viewBox="0 0 ${size}">${shape}</symbol>`)
    .join('')

const SYMBOLS = { __html: symbols('i', '24 24', ICONS) + symbols('m', '14 14', MARKS) + symbols('s', '16.5 12', STEPS) }

/** All symbols once a page; Icon and Mark point at them. */
export function Sprite() {
  return <svg width="0" height="0" className="sprite" aria-hidden="true" dangerouslySetInnerHTML={SYMBOLS} />
}
