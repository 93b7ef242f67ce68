import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { TranslateProvider } from '#app/i18n/use-t.tsx'
import { Sprite } from '../sprite.tsx'
import { Band, BANDS } from './band.tsx'
import { Flag, type FlagName } from './flag.tsx'
import { Ruler } from './ruler.tsx'
import { Status } from './status.tsx'
import { Sums } from './sums.tsx'
import { Tier } from './tier.tsx'

const html = (page: ReactElement, locale: 'en' | 'zh-CN' = 'en') =>
  renderToStaticMarkup(<TranslateProvider t={translator(locale)}>{page}</TranslateProvider>)
const text = (page: ReactElement, locale: 'en' | 'zh-CN') => html(page, locale).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()

test('a badge is a shape of the sprite and always a word, in both languages', () => {
  const symbols = renderToStaticMarkup(<Sprite />).match(/(?<=symbol id=")[^"]+/g) ?? []
  const flags: FlagName[] = ['MUST_TERMINATE', 'AUDIT_OVERDUE', 'DSR_OVERDUE', 'BANNED', 'SUPPLY_SUSPENDED', 'LOG_GAP']
  const badges = [...BANDS.map((band) => <Band band={band} />), ...flags.map((flag) => <Flag flag={flag} />), <Status mark="ok">合作中</Status>]
  for (const locale of LOCALES) {
    for (const badge of badges) {
      expect(symbols).toContain(/href="#([^"]+)"/.exec(html(badge, locale))?.[1])
      expect(text(badge, locale).length).toBeGreaterThan(1)
    }
  }
})

test('tier, band and residual read like this', () => {
  expect([text(<Tier tier="T1" />, 'en'), text(<Tier tier="T1" />, 'zh-CN')]).toEqual(['T1 Critical', 'T1 关键'])
  expect(text(<Band band="C" residual={3702} />, 'en')).toBe('C Elevated 37.02')
})

test('the ruler says what it shows', () => {
  const page = html(<Ruler now={{ residual: 3702, band: 'C' }} atDecision={{ residual: 2402, band: 'B' }} />)
  expect(page).toContain('aria-label="Residual risk from 0 to 100: 24.02, band B, at the decision; 37.02, band C, now"')
  expect(page).toContain('x1="37.02%"')
})

test('the sum opens without a sign and shows what was added and taken away', () => {
  const rows = [
    { reason: 'Exposure', points: 7200, residual: 7200 },
    { reason: 'Controls', points: -4798, residual: 2402 },
    { reason: 'Late', points: 500, residual: 2902 },
  ]
  expect(text(<Sums rows={rows} total={{ residual: 2902, band: 'B' }} />, 'en')).toContain(
    'Exposure 72.00 72.00 Controls − 47.98 24.02 Late + 5.00 29.02 Residual now B Moderate 29.02',
  )
})
