import { ZONES } from '#app/domain/organisations/zones.ts'
import type { Locale } from './locale.ts'

export type ZoneOption = { value: string; label: string }

/** The day's lists by language: making one costs a hundred formatters. */
const lists = new Map<string, ZoneOption[]>()

/** Time zones by offset and name at `now`, west to east; `current` is offered even when it is none of the usual ones. */
export function zoneOptions(locale: Locale, now: Date, current?: string): ZoneOption[] {
  const zones: readonly string[] = ZONES
  const others = current === undefined || zones.includes(current) ? [] : [optionOf(current, locale, now)]
  return [...others, ...listOf(locale, now)]
}

function listOf(locale: Locale, now: Date): ZoneOption[] {
  const key = `${locale} ${now.toISOString().slice(0, 10)}`
  const known = lists.get(key)
  if (known) return known
  const made = ZONES.map((zone) => optionOf(zone, locale, now))
  lists.clear()
  lists.set(key, made)
  return made
}

function optionOf(zone: string, locale: Locale, now: Date): ZoneOption {
  const part = (timeZoneName: 'longGeneric' | 'longOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName }).formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [name, offset] = [part('longGeneric'), part('longOffset')]
  return { value: zone, label: [offset, name === offset ? '' : name, zone].filter(Boolean).join(' · ') }
}
