import { useT } from '#app/i18n/use-t.tsx'
import { Checkbox } from '../form/checkbox.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { Select } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'

/** Who a contact is, how to reach them, and what they do for the vendor. */
export function ContactFields({ field, zones }: { field: Fields['field']; zones: { value: string; label: string }[] }) {
  const t = useT()
  return (
    <>
      <TextField field={field('name', { required: true })} label={t('vendors.contact.name')} autoComplete="off" />
      <TextField field={field('email', { required: true })} label={t('vendors.contact.email')} type="email" autoComplete="off" />
      <TextField field={field('title')} label={t('vendors.contact.role')} optional autoComplete="off" />
      <TextField field={field('phone')} label={t('vendors.contact.phone')} type="tel" optional autoComplete="off" />
      <RadioGroup
        field={field('language')}
        label={t('vendors.contact.language')}
        inRow
        choices={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`common.language.${value}`) }))}
      />
      <Select field={field('zone', { required: true })} label={t('vendors.contact.zone')} options={zones} placeholder={false} />
      <Checkbox field={field('isPrimary')} label={t('vendors.contact.primary')} />
      <Checkbox field={field('isSignatory')} label={t('vendors.contact.signatory')} />
    </>
  )
}
