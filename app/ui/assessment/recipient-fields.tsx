import { useState } from 'react'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Select, type Option } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'
import { useHydrated } from '../use-hydrated.ts'

/** The labels of a recipient's fields. */
export function recipientLabels(t: Translate) {
  return { contactId: t('assessments.new.contact'), name: t('assessments.new.name'), email: t('assessments.new.email'), language: t('assessments.new.language') }
}

/** A person of the vendor, or a new one by name, address and language. Without JavaScript both can be filled; a chosen person wins. */
export function RecipientFields({ contacts, field }: { contacts: Option[]; field: Fields<keyof ReturnType<typeof recipientLabels>>['field'] }) {
  const t = useT()
  const hydrated = useHydrated()
  const [chosen, setChosen] = useState(field('contactId').defaultValue ?? '')
  const isNew = contacts.length === 0 || chosen === ''
  return (
    <>
      {contacts.length > 0 && (
        <Select field={field('contactId')} placeholder={t('assessments.new.somebodyNew')} options={contacts} onChange={setChosen} />
      )}
      {(isNew || !hydrated) && (
        <>
          <TextField field={field('name')} autoComplete="off" />
          <TextField field={field('email')} type="email" autoComplete="off" />
          <Select field={field('language')} placeholder={false} options={LOCALES.map((value) => ({ value, label: t(`common.language.${value}`) }))} />
        </>
      )}
    </>
  )
}
