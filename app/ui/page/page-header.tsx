import type { ReactNode } from 'react'

type PageHeaderProps = {
  title: string
  /** One sentence that says the state in figures. */
  lede?: ReactNode
  /** At most two buttons, one of them solid. */
  actions?: ReactNode
}

export function PageHeader({ title, lede, actions }: PageHeaderProps) {
  return (
    <div className="head">
      <div>
        <h1>{title}</h1>
        {lede !== undefined && <p className="lede">{lede}</p>}
      </div>
      {actions !== undefined && <div className="btn-row">{actions}</div>}
    </div>
  )
}
