import type { TransferRefusal } from '#app/domain/vendors/transfer.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Note } from '../page/note.tsx'
import { Clause } from '../risk/clause.tsx'
import { Status } from '../risk/status.tsx'

/** Why the gate refuses, as a sentence. */
export function refusalWords(refusal: string, t: Translate): string {
  return refusal === ('outside_scope' satisfies TransferRefusal) ? t('vendors.transfer.outsideScope') : t.from(`status.supply.${refusal}`)
}

/** Whether the vendor may be supplied now (PC-19), and why not. */
export function GateNote({ refusal }: { refusal?: string }) {
  const t = useT()
  return (
    <Note tone={refusal ? 'danger' : 'ok'}>
      <p>
        {refusal ? t('vendors.transfer.closed', { reason: refusalWords(refusal, t) }) : t('vendors.transfer.open')} <Clause id="R7.2.2" />
      </p>
    </Note>
  )
}

export function TransferOutcomeMark({ refusal }: { refusal: string | null }) {
  const t = useT()
  if (refusal === null) return <Status mark="ok">{t('vendors.transfer.allowed')}</Status>
  return (
    <>
      <Status mark="danger">{t('vendors.transfer.refused')}</Status>
      <span className="sub">{refusalWords(refusal, t)}</span>
    </>
  )
}
