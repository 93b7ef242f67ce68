import type { CountryOption } from '#app/i18n/countries.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { ZoneOption } from '#app/i18n/zone-options.ts'
import { Facts } from '../page/facts.tsx'
import { Section } from '../page/section.tsx'

type Stored = {
  name: string
  nameAlt: string | null
  country: string
  regNo: string | null
  address: string | null
  zone: string
  language: Locale
  unit: { department: string; lead: string; phone: string; email: string } | null
}

/** The organisation's data for people who may read them only. */
export function OrganisationFacts({ organisation, countries, zones }: { organisation: Stored; countries: CountryOption[]; zones: ZoneOption[] }) {
  const t = useT()
  const { name, nameAlt, country, regNo, address, zone, language, unit } = organisation
  const fact = (key: 'name' | 'nameAlt' | 'country' | 'regNo' | 'address' | 'zone' | 'language' | 'unitDepartment' | 'unitLead' | 'unitPhone' | 'unitEmail', value: string | null | undefined) => ({
    term: t(`organisations.form.${key}`),
    value: value || t('settings.organisation.none'),
  })
  return (
    <>
      <p className="small muted">{t('settings.read_only')}</p>
      <div className="halves">
        <Section title={t('organisations.form.organisation')}>
          <Facts
            facts={[
              fact('name', name),
              fact('nameAlt', nameAlt),
              fact('country', countries.find(({ v }) => v === country)?.label ?? country),
              fact('regNo', regNo),
              fact('address', address),
              fact('zone', zones.find(({ value }) => value === zone)?.label ?? zone),
              fact('language', t(`common.language.${language}`)),
            ]}
          />
        </Section>
        <Section title={t('organisations.form.unit')}>
          <Facts facts={[fact('unitDepartment', unit?.department), fact('unitLead', unit?.lead), fact('unitPhone', unit?.phone), fact('unitEmail', unit?.email)]} />
        </Section>
      </div>
    </>
  )
}
