import { useState } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from './button.tsx'
import { announce } from './announce.ts'

/** A text to take elsewhere, such as an invitation's link: readable, selectable, copied with one press. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const t = useT()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    announce(t('ui.copied'))
  }
  return (
    <div className="copy-field">
      <input className="input mono" readOnly value={text} aria-label={label} onFocus={(event) => event.target.select()} />
      <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
        {copied ? t('ui.copied') : t('common.action.copy')}
      </Button>
    </div>
  )
}
