import { ICONS, MARKS } from './symbols.ts'

const symbols = (prefix: string, size: number, shapes: Record<string, string>) =>
  Object.entries(shapes)
    .map(([name, shape]) => `<symbol id="${prefix}-${name}" viewBox="0 0 ${size} ${size}">${shape}</symbol>`)
    .join('')

const SYMBOLS = { __html: symbols('i', 24, ICONS) + symbols('m', 14, MARKS) }

/** All symbols once a page; Icon and Mark point at them. */
export function Sprite() {
  return <svg width="0" height="0" className="sprite" aria-hidden="true" dangerouslySetInnerHTML={SYMBOLS} />
}
