import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { RouteLink, type RouteLinkProps } from './route-link.tsx'
import type { IconName } from './symbols.ts'

type Look = {
  /** main: the page's one solid button; law: ends something by law; plain: a link among buttons. */
  kind?: 'main' | 'law' | 'plain'
  small?: boolean
  icon?: IconName
}

const look = ({ kind, small }: Look, className?: string) => classNames('btn', kind && `btn-${kind}`, small && 'btn-sm', className)

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Look & {
    /** Shows the busy ring, keeps the width and takes no press. */
    busy?: boolean
    /** Why it cannot be pressed now: the button stays readable and says so. */
    disabledReason?: string
    children: ReactNode
  }

export function Button({ kind, small, icon, busy = false, disabledReason, className, children, type = 'button', ...rest }: ButtonProps) {
  const reason = useId()
  const off = busy || disabledReason !== undefined
  const button = (
    <button
      {...rest}
      type={off ? 'button' : type}
      className={look({ kind, small }, className)}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason === undefined ? rest['aria-describedby'] : reason}
      onClick={off ? undefined : rest.onClick}
    >
      {busy && <span className="busy" aria-hidden="true" />}
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
  if (disabledReason === undefined) return button
  return (
    <span className="btn-why">
      {button}
      <span className="hint" id={reason}>
        {disabledReason}
      </span>
    </span>
  )
}

export function ButtonLink({ kind, small, icon, className, children, ...rest }: RouteLinkProps & Look) {
  return (
    <RouteLink {...rest} className={look({ kind, small }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </RouteLink>
  )
}
