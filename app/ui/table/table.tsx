import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import { RouteLink } from '../route-link.tsx'

type Column = {
  id: string
  label: string
  /** Figures: right-aligned. */
  num?: boolean
  /** A column whose head only screen readers need, such as the row's verb. */
  hidden?: boolean
  /** Where the head leads to sort by this column, and how it is sorted now. */
  sort?: { to: string; direction?: 'ascending' | 'descending' }
}

type TableProps = { label: string; columns: Column[]; className?: string; compact?: boolean; children: ReactNode }

/** A ruled table whose rows become blocks on phones; its roles stand in the markup, since blocks lose them. */
export function Table({ label, columns, className, compact, children }: TableProps) {
  return (
    <table className={classNames('table stack', className)} role="table" aria-label={label} data-density={compact ? 'compact' : undefined}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Head key={column.id} {...column} />
          ))}
        </tr>
      </thead>
      {children}
    </table>
  )
}

function Head({ label, num, hidden, sort }: Column) {
  return (
    <th role="columnheader" scope="col" className={num ? 'num' : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <RouteLink className="sort" to={sort.to} keepScroll>
          {label}
          {sort.direction && (
            <span className={sort.direction}>
              <Icon name="sort" />
            </span>
          )}
        </RouteLink>
      ) : (
        <span className={hidden ? 'hide' : undefined}>{label}</span>
      )}
    </th>
  )
}

export function Body({ children }: { children: ReactNode }) {
  return <tbody role="rowgroup">{children}</tbody>
}

/** Rows under a heading row with their count. */
export function Group({ label, count, columns, children }: { label: string; count: number; columns: number; children: ReactNode }) {
  return (
    <tbody role="rowgroup">
      <tr role="row" className="group">
        <th role="rowheader" scope="rowgroup" colSpan={columns}>
          {label}
          <span className="n">{count}</span>
        </th>
      </tr>
      {children}
    </tbody>
  )
}

export function Row({ selected, className, children }: { selected?: boolean; className?: string; children: ReactNode }) {
  return (
    <tr role="row" className={className} data-selected={selected || undefined}>
      {children}
    </tr>
  )
}

/** The cell that names the row; `sub` is its second line. */
export function RowHead({ sub, className, children }: { sub?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <th role="rowheader" scope="row" className={className}>
      {children}
      {sub !== undefined && <span className="sub">{sub}</span>}
    </th>
  )
}

type CellProps = { num?: boolean; /** Read before the cell where rows are blocks. */ label?: string; className?: string; sub?: ReactNode; children?: ReactNode }

export function Cell({ num, label, className, sub, children }: CellProps) {
  return (
    <td role="cell" className={classNames(num && 'num', className)} data-label={label}>
      {children}
      {sub !== undefined && <span className="sub">{sub}</span>}
    </td>
  )
}

/** A row's title as a link, the way every list writes it. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <RouteLink className="task" to={to}>
      {children}
    </RouteLink>
  )
}
