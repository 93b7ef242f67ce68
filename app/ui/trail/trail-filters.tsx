import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { Field } from '../form/field.tsx'
import { formField } from '../form/form-field.ts'
import { FilterChips } from '../table/filter-chips.tsx'
import { paths } from '#app/http/paths.ts'
import { trailAddress } from '#app/http/trail-address.ts'

type TrailFiltersProps = {
  address: { person?: string; action?: string; vendor?: string; from?: string; to?: string }
  people: { id: string; name: string }[]
  /** Subjects with the acts known of each: vendor → approve, suspend … */
  acts: { subject: string; verbs: string[] }[]
  vendorName?: string
}

/** Person, act and days, sent by GET; a vendor is chosen in the list below. */
export function TrailFilters({ address, people, acts, vendorName }: TrailFiltersProps) {
  const t = useT()
  const filtered = Object.values(address).some((value) => value !== undefined)
  return (
    <>
      <Form method="get" action={paths.trail()} className="filters" key={trailAddress(address)}>
        {address.vendor !== undefined && <input type="hidden" name="vendor" value={address.vendor} />}
        <Field field={formField('person', { label: t('trail.person') })}>
          <select className="input" id="person" name="person" defaultValue={address.person ?? ''}>
            <option value="">{t('trail.any_person')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field field={formField('action', { label: t('trail.action_label') })}>
          <select className="input" id="action" name="action" defaultValue={address.action ?? ''}>
            <option value="">{t('trail.any_action')}</option>
            {acts.map(({ subject, verbs }) => (
              <optgroup key={subject} label={t.from(`trail.subject.${subject}`)}>
                <option value={`${subject}.`}>{t('trail.everything_about', { subject: t.from(`trail.subject.${subject}`) })}</option>
                {verbs.map((verb) => (
                  <option key={verb} value={`${subject}.${verb}`}>
                    {t.from(`trail.action.${subject}.${verb}`)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        <Field field={formField('from', { label: t('trail.from') })}>
          <input className="input input-date" type="date" id="from" name="from" defaultValue={address.from} />
        </Field>
        <Field field={formField('to', { label: t('trail.to') })}>
          <input className="input input-date" type="date" id="to" name="to" defaultValue={address.to} />
        </Field>
        <div className="btn-row">
          <Button type="submit">{t('trail.filter')}</Button>
          {filtered && <ButtonLink to={paths.trail()}>{t('trail.clear')}</ButtonLink>}
        </div>
      </Form>
      {address.vendor !== undefined && (
        <FilterChips chips={[{ id: 'vendor', label: `${t('trail.vendor')} ${vendorName ?? ''}`, without: trailAddress({ ...address, vendor: undefined }) }]} clear={paths.trail()} />
      )}
    </>
  )
}
