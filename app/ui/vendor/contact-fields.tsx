import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Checkbox } from '../form/checkbox.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { Select } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'

/** The labels of a contact's fields. */
export function contactLabels(t: Translate) {
  return {
    name: t('vendors.contact.name'),
    email: t('vendors.contact.email'),
    title: t('vendors.contact.role'),
    phone: t('vendors.contact.phone'),
    language: t('vendors.contact.language'),
    zone: t('vendors.contact.zone'),
    isPrimary: t('vendors.contact.primary'),
    isSignatory: t('vendors.contact.signatory'),
  }
}

/** Who a contact is, how to reach them, and what they do for the vendor. */
export function ContactFields({ field, zones }: { field: Fields<keyof ReturnType<typeof contactLabels>>['field']; zones: { value: string; label: string }[] }) {
  const t = useT()
  return (
    <>
      <TextField field={field('name', { required: true })} autoComplete="off" />
      <TextField field={field('email', { required: true })} type="email" autoComplete="off" />
      <TextField field={field('title')} optional autoComplete="off" />
      <TextField field={field('phone')} type="tel" optional autoComplete="off" />
      <RadioGroup
        field={field('language')}
        inRow
        choices={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`common.language.${value}`) }))}
      />
      <Select field={field('zone', { required: true })} options={zones} placeholder={false} />
      <Checkbox field={field('isPrimary')} />
      <Checkbox field={field('isSignatory')} />
    </>
  )
}
