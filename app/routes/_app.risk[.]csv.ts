import { readRisk, type RiskPicture } from '#app/domain/risk/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { csv } from '#app/http/csv.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** The figures of the risk page as a table file. */
export const loader = authed(async ({ ctx }) => {
  const picture = await readRisk(ctx)
  const name = `risk-${picture.today}.csv`
  return new Response(csv(rowsOf(picture, translator(ctx.locale))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
})

function rowsOf({ matrix, findings, audits }: RiskPicture, t: Translate): (string | number)[][] {
  return [
    [t('risk.file.section'), t('risk.file.row'), t('risk.file.column'), t('risk.file.value')],
    ...matrix.map(({ tier, band, count }) => [t('risk.matrix.title'), `${tier} ${t(`common.tier.${tier}`)}`, `${band} ${t(`common.band.${band}`)}`, count]),
    ...findings.map(({ severity, age, count }) => [t('risk.findings.title'), t(`status.severity.${severity}`), t(`risk.age.${age}`), count]),
    ...audits.map(({ ref, vendorName, vendorNameAlt, dueOn, days }) => [t('risk.audits.title'), `${nameIn(t.locale, { name: vendorName, nameAlt: vendorNameAlt })} ${ref}`, dueOn, days]),
  ]
}
