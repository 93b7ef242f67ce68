import { useT } from '#app/i18n/use-t.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { formField } from '../form/form-field.ts'
import { RowTable } from '../form/row-table.tsx'
import type { Fields } from '../form/use-fields.ts'
import { Section } from '../page/section.tsx'
import { inLanguage, type Choice } from './parameter-fields.tsx'

/** Schedule 5: who answers for either side. */
export function ContactRows({ fields, contacts, choices }: { fields: Fields; contacts: Record<string, string>[]; choices: Record<'parties' | 'roles', Choice[]> }) {
  const t = useT()
  const options = (list: Choice[]) => list.map(({ value, words }) => ({ value, label: inLanguage(words, t) }))
  return (
    <Section title={t('agreements.edit.contacts')} id="contacts-section">
      <p className="muted">{t('agreements.edit.contactsHint')}</p>
      <RowTable
        field={formField('contacts')}
        label={<span className="hide">{t('agreements.edit.contacts')}</span>}
        columns={[
          { id: 'party', label: t('agreements.signatures.party'), kind: 'select', options: options(choices.parties) },
          { id: 'role', label: t('agreements.edit.role'), kind: 'select', options: options(choices.roles) },
          { id: 'name', label: t('agreements.signatures.name'), kind: 'text', maxLength: 100 },
          { id: 'title', label: t('agreements.edit.jobTitle'), kind: 'text', maxLength: 100 },
          { id: 'phone', label: t('agreements.edit.phone'), kind: 'text', maxLength: 40 },
          { id: 'email', label: t('agreements.edit.email'), kind: 'text', maxLength: 254 },
        ]}
        rows={fields.rows('contacts', contacts)}
        errors={fields.byName}
        addSubmit={{ name: 'more', value: 'contacts' }}
        removeSubmit={(index) => ({ name: 'more', value: `contacts-remove-${index}` })}
      />
    </Section>
  )
}

/** The clauses that a person may add; the intake decides about all others. */
export function OptionalClauses({ fields, clauses }: { fields: Fields; clauses: Choice[] }) {
  const t = useT()
  return (
    <Section title={t('agreements.edit.clauses')} id="clauses-section">
      <p className="muted">{t('agreements.edit.clausesHint')}</p>
      <CheckboxGroup
        field={fields.field('clauses')}
        label={<span className="hide">{t('agreements.edit.clauses')}</span>}
        choices={clauses.map(({ value, words }) => ({ value, label: inLanguage(words, t) }))}
      />
    </Section>
  )
}
