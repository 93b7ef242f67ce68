import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { UpdateOrganisationInput } from '#app/domain/organisations/input.ts'
import { getOrganisation, type Organisation } from '#app/domain/organisations/queries.server.ts'
import { updateOrganisation } from '#app/domain/organisations/update-organisation.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { zoneOptions } from '#app/i18n/zone-options.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { OrganisationFacts } from '#app/ui/organisation/organisation-facts.tsx'
import { OrganisationFields, organisationLabels, ResponsibleUnitFields } from '#app/ui/organisation/organisation-fields.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  const { name, nameAlt, country, regNo, address, zone, language, unit, revision, isDemo } = await getOrganisation(ctx)
  return {
    title: translator(ctx.locale)('settings.tab.organisation'),
    organisation: { name, nameAlt, country, regNo, address, zone, language, unit, revision },
    countries: countryOptions(ctx.locale),
    zones: zoneOptions(ctx.locale, ctx.now, zone),
    mayChange: can(ctx.actor, 'organisation.update'),
    mayRemoveDemo: isDemo && can(ctx.actor, 'organisation.remove_demo'),
    mayReadTrail: can(ctx.actor, 'trail.read'),
  }
})

export const action = authed(async ({ ctx, form }) => {
  await updateOrganisation(ctx, parseForm(form, UpdateOrganisationInput))
  return redirectWith(paths.settings('organisation'), { kind: 'done', key: 'settings.organisation.saved' })
})

export const meta = pageMeta

export default function OrganisationSettings() {
  const t = useT()
  const { organisation, countries, zones, mayChange, mayRemoveDemo, mayReadTrail } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="lede">{t('settings.organisation.lede')}</p>
      {mayChange ? <Editor /> : <OrganisationFacts organisation={organisation} countries={countries} zones={zones} />}
      <Section title={t('settings.organisation.more')}>
        <ul className="plain-list">
          <li>
            <RouteLink to={paths.regulation()}>{t('settings.organisation.regulation')}</RouteLink>
          </li>
          {mayReadTrail && (
            <li>
              <RouteLink to={paths.trail()}>{t('settings.organisation.trail')}</RouteLink>
            </li>
          )}
        </ul>
      </Section>
      {mayRemoveDemo && (
        <Section title={t('settings.demo.title')}>
          <p className="muted">{t('settings.demo.lede')}</p>
          <div className="btn-row">
            <ButtonLink to={paths.settings('organisation/remove-demo')}>{t('settings.demo.action')}</ButtonLink>
          </div>
        </Section>
      )}
    </>
  )
}

function Editor() {
  const t = useT()
  const { organisation, countries, zones } = useLoaderData<typeof loader>()
  const { field, errors } = useFields(useActionData<typeof action>(), { initial: initialOf(organisation), labels: organisationLabels(t) })
  return (
    <Form method="post" className="form" noValidate>
      <Once />
      <ErrorSummary errors={errors} />
      <input type="hidden" name="revision" value={organisation.revision} />
      <div className="halves">
        <Section title={t('organisations.form.organisation')}>
          <div className="form">
            <OrganisationFields field={field} countries={countries} zones={zones} />
          </div>
        </Section>
        <Section title={t('organisations.form.unit')}>
          <div className="form">
            <ResponsibleUnitFields field={field} />
          </div>
        </Section>
      </div>
      <div className="btn-row">
        <SubmitButton>{t('common.action.save')}</SubmitButton>
      </div>
    </Form>
  )
}

type Stored = Pick<Organisation, 'name' | 'nameAlt' | 'country' | 'regNo' | 'address' | 'zone' | 'language' | 'unit'>

function initialOf({ unit, nameAlt, regNo, address, ...rest }: Stored) {
  const { name, country, zone, language } = rest
  return {
    ...{ name, country, zone, language },
    nameAlt: nameAlt ?? undefined,
    regNo: regNo ?? undefined,
    address: address ?? undefined,
    unitDepartment: unit?.department,
    unitLead: unit?.lead,
    unitPhone: unit?.phone,
    unitEmail: unit?.email,
  }
}
