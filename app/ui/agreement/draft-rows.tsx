import { useT } from '#app/i18n/use-t.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { RowTable } from '../form/row-table.tsx'
import type { Fields } from '../form/use-fields.ts'
import { Section } from '../page/section.tsx'
import { inLanguage, type Choice } from './parameter-fields.tsx'

/** Schedule 5: who answers for either side. */
export function ContactRows({ fields, contacts, choices }: { fields: Fields; contacts: Record<string, string>[]; choices: Record<'parties' | 'roles', Choice[]> }) {
  const t = useT()
  const table = fields.field('contacts')
  const label = (column: string) => fields.field(`contacts[].${column}`).label
  const options = (list: Choice[]) => list.map(({ value, words }) => ({ value, label: inLanguage(words, t) }))
  return (
    <Section title={t('agreements.edit.contacts')} id="contacts-section">
      <p className="muted">{t('agreements.edit.contactsHint')}</p>
      <RowTable
        field={table}
        label={<span className="hide">{table.label}</span>}
        columns={[
          { id: 'party', label: label('party'), kind: 'select', options: options(choices.parties) },
          { id: 'role', label: label('role'), kind: 'select', options: options(choices.roles) },
          { id: 'name', label: label('name'), kind: 'text', maxLength: 100 },
          { id: 'title', label: label('title'), kind: 'text', maxLength: 100 },
          { id: 'phone', label: label('phone'), kind: 'text', maxLength: 40 },
          { id: 'email', label: label('email'), kind: 'text', maxLength: 254 },
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
  const field = fields.field('clauses')
  return (
    <Section title={t('agreements.edit.clauses')} id="clauses-section">
      <p className="muted">{t('agreements.edit.clausesHint')}</p>
      <CheckboxGroup
        field={field}
        label={<span className="hide">{field.label}</span>}
        choices={clauses.map(({ value, words }) => ({ value, label: inLanguage(words, t) }))}
      />
    </Section>
  )
}
