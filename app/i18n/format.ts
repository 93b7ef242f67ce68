import type { Locale } from './locale.ts'
import type { Translate } from './translate.ts'

const formats = new Map<string, unknown>()

/** Making an Intl formatter costs a hundred times its use. */
function kept<T>(key: string, make: () => T): T {
  const known = formats.get(key)
  if (known !== undefined) return known as T
  const made = make()
  formats.set(key, made)
  return made
}

// en-US names months in three letters in every browser and server; the order of the parts is ours.
const tagOf = (locale: Locale) => (locale === 'en' ? 'en-US' : 'zh-CN')

type DayPart = { weekday?: 'short' | 'long'; year?: 'numeric'; month?: 'short' | 'long' }

type Read = (at: number | Date) => string

function day(locale: Locale, zone: string, style: DateStyle): Read {
  return kept(`${style} ${locale} ${zone}`, () => {
    const { weekday, year, month = 'short' }: DayPart = STYLES[style]
    const part = (options: Intl.DateTimeFormatOptions): Read => {
      const format = new Intl.DateTimeFormat(tagOf(locale), { timeZone: zone, ...options })
      return (at) => format.format(at)
    }
    const join = (parts: (Read | undefined)[], between: string): Read => {
      const given = parts.filter((each) => each !== undefined)
      return (at) => given.map((each) => each(at)).join(between)
    }
    const [w, d, y] = [weekday && part({ weekday }), part({ day: 'numeric' }), year && part({ year })]
    if (locale === 'en') return join([w, d, part({ month }), y], ' ')
    return join([join([y, part({ month: 'short' }), d], ''), w], ' ')
  })
}

const STYLES = {
  day: { weekday: 'short' },
  short: {},
  year: { year: 'numeric' },
  full: { weekday: 'short', year: 'numeric' },
  long: { weekday: 'long', year: 'numeric', month: 'long' },
} satisfies Record<string, DayPart>
export type DateStyle = keyof typeof STYLES

/**
 * A calendar date 'YYYY-MM-DD' to read. day: Wed 21 Oct · 10月21日 周三; short: 21 Oct · 10月21日; year: 21 Oct 2026 ·
 * 2026年10月21日; full: Wed 21 Oct 2026 · 2026年10月21日 周三; long: Wednesday 21 October 2026 · 2026年10月21日 星期三.
 */
export function date(iso: string, locale: Locale, style: DateStyle = 'day'): string {
  return day(locale, 'UTC', style)(Date.parse(`${iso}T00:00:00Z`))
}

/** An instant's 24-hour time in an IANA zone: 16:20. */
export function time(at: Date, locale: Locale, zone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const
  return kept(`time ${locale} ${zone}`, () => new Intl.DateTimeFormat(tagOf(locale), options)).format(at)
}

/** An instant's day in an IANA zone, as date() writes one. */
export function dayOf(at: Date, locale: Locale, zone: string, style: DateStyle = 'day'): string {
  return day(locale, zone, style)(at)
}

/** An instant's day and time in an IANA zone: Tue 24 Nov 2026, 10:32 · 2026年11月24日 周二 10:32. */
export function dateTime(at: Date, locale: Locale, zone: string, style: DateStyle = 'full'): string {
  return [dayOf(at, locale, zone, style), time(at, locale, zone)].join(locale === 'en' ? ', ' : ' ')
}

/** How far a due date is, in whole days from today: in 2 days, today, 34 days over · 2天后、今天、逾期34天. */
export function distance(days: number, t: Translate): string {
  if (days === 0) return t('common.distance.today')
  if (days === 1) return t('common.distance.tomorrow')
  return days > 0 ? t('common.distance.ahead', { count: days }) : t('common.distance.over', { count: -days })
}

/** A span in minutes, rounded down: 48 min, 5 h 48 min, from 48 hours on days · 48分钟、5小时48分、2天. */
export function duration(minutes: number, t: Translate): string {
  const whole = Math.max(0, Math.floor(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours >= 48) return t('common.duration.days', { count: Math.floor(hours / 24) })
  if (hours === 0) return t('common.duration.minutes', { minutes: rest })
  return rest === 0 ? t('common.duration.wholeHours', { hours }) : t('common.duration.hours', { hours, minutes: rest })
}

export function number(value: number, locale: Locale): string {
  return decimals(value, locale, 0)
}

/** Basis points as a percentage with two decimals: 7840 is 78.40%. */
export function percent(basisPoints: number, locale: Locale): string {
  return kept(`percent ${locale}`, () => new Intl.NumberFormat(tagOf(locale), { style: 'percent', minimumFractionDigits: 2 })).format(
    basisPoints / 10_000,
  )
}

/** Hundredths of a risk point with two decimals: 3702 is 37.02. */
export function residual(hundredths: number): string {
  return (hundredths / 100).toFixed(2)
}

/** Hundredths with their sign set apart: + 5.00, − 47.98. */
export function signedResidual(hundredths: number): string {
  return `${hundredths < 0 ? '\u2212' : '+'} ${residual(Math.abs(hundredths))}`
}

/** Bytes in the largest fitting unit: 2.4 MB. */
export function fileSize(bytes: number, locale: Locale): string {
  const [unit, size] = bytes < 1e3 ? (['byte', 1] as const) : bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
  const options = { style: 'unit', unit, maximumFractionDigits: 1, unitDisplay: unit === 'byte' && locale === 'en' ? 'long' : 'short' } as const
  return kept(`${unit} ${locale}`, () => new Intl.NumberFormat(tagOf(locale), options)).format(bytes / size)
}

/** Names in a row: Guangzhou, Foshan and Shenzhen · 广州、佛山和深圳. */
export function list(items: string[], locale: Locale): string {
  return kept(`list ${locale}`, () => new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { type: 'conjunction' })).format(items)
}

function decimals(value: number, locale: Locale, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return kept(`decimals ${digits} ${locale}`, () => new Intl.NumberFormat(tagOf(locale), options)).format(value)
}
