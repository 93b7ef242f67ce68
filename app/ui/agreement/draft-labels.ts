import { nameOf, type FormParameter } from '#app/domain/agreements/form-parameter.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { inLanguage } from './parameter-fields.tsx'

/** The labels of a draft's form by field: its parameters, then its rows by column. */
export function draftLabels(t: Translate, parameters: FormParameter[]): Record<string, string> {
  return {
    ...Object.fromEntries(parameters.flatMap((parameter) => labelsOf(t, parameter))),
    'places[].zh': t('agreements.edit.placeZh'),
    'places[].en': t('agreements.edit.placeEn'),
    scope: t('agreements.scope.title'),
    'scope[].info_type': t('agreements.edit.infoType'),
    'scope[].scenario': t('agreements.edit.scenario'),
    'scope[].purpose': t('agreements.edit.purpose'),
    'scope[].legal_basis': t('agreements.edit.legalBasis'),
    'scope[].operations': t('agreements.edit.operations'),
    'scope[].fields': t('agreements.edit.fields'),
    'scope[].max_subjects': t('agreements.edit.maxSubjects'),
    'scope[].max_records_per_day': t('agreements.edit.maxRecords'),
    'scope[].max_export_per_event': t('agreements.edit.maxExport'),
    'scope[].countries': t('agreements.edit.countries'),
    'scope[].hours': t('agreements.edit.hours'),
    'scope[].recipients': t('agreements.edit.recipients'),
    'scope[].valid_from': t('agreements.edit.validFrom'),
    'scope[].valid_to': t('agreements.edit.validTo'),
    'scope[].remove': t('agreements.edit.removeRow'),
    contacts: t('agreements.edit.contacts'),
    'contacts[].party': t('agreements.signatures.party'),
    'contacts[].role': t('agreements.edit.role'),
    'contacts[].name': t('agreements.signatures.name'),
    'contacts[].title': t('agreements.edit.jobTitle'),
    'contacts[].phone': t('agreements.edit.phone'),
    'contacts[].email': t('agreements.edit.email'),
    clauses: t('agreements.edit.clauses'),
  }
}

function labelsOf(t: Translate, { id, kind, label: words }: FormParameter): [string, string][] {
  const name = nameOf(id)
  const label = inLanguage(words, t)
  const other = t('agreements.edit.purposeOther')
  switch (kind) {
    case 'words':
      return [[name, label], [`${name}-en`, t('agreements.edit.english', { label })]]
    case 'purposes':
      return [[name, label], [`${name}-other`, other], [`${name}-other-en`, t('agreements.edit.english', { label: other })]]
    case 'places':
      return [[name, label], ['places', label]]
    default:
      return [[name, label]]
  }
}
