import { longDate } from '#app/domain/agreements/wording.ts'
import { localDate, localMidnight } from '#app/domain/organisations/calendar-dates.ts'
import type { NoticeFacts } from '#app/domain/violations/notice-facts.server.ts'
import type { TerminationStepId } from '#app/domain/violations/termination.ts'
import { translator } from '#app/i18n/index.ts'
import type { Words } from './page/printed-language.ts'
import { stamp } from './page/wording.server.ts'
import { terminationNoticePdf } from './termination-notice-pdf.server.ts'

/** The notice that ends an engagement, in both languages, from the facts of its case. */
export function renderTerminationNotice(facts: NoticeFacts): Buffer {
  const { violationCase, violation, organisation, vendor, agreement, zone } = facts
  const due = (step: TerminationStepId) => longDate(facts.dueOn[step] ?? localDate(facts.issuedAt, zone))
  return terminationNoticePdf({
    noticeNo: `TN-${violationCase.ref}`,
    issuedAt: facts.issuedAt,
    zone,
    printed: 'both',
    company: names(organisation.name, organisation.nameAlt),
    vendor: names(vendor.name, vendor.nameAlt),
    vendorAddress: same(vendor.address ?? vendor.regNo ?? vendor.ref),
    agreementNo: agreement?.number ?? '—',
    signedOn: agreement?.signedOn ? longDate(agreement.signedOn) : same('—'),
    violation: { zh: `${violation.id} ${violation.name.zh}`, en: `${violation.id} ${violation.name.en}` },
    // what the vendor was told before stands above the report, which may name people
    facts: [same(violationCase.statement ?? violationCase.facts), ...(violationCase.decisionReason ? [same(violationCase.decisionReason)] : [])],
    firstAt: violationCase.firstOn ? localMidnight(violationCase.firstOn, zone) : undefined,
    lastAt: violationCase.lastOn ? localMidnight(violationCase.lastOn, zone) : undefined,
    infoTypes: facts.infoTypes.length > 0 ? { zh: facts.infoTypes.map(({ zh }) => zh).join('、'), en: facts.infoTypes.map(({ en }) => en).join(', ') } : undefined,
    subjectsAffected: violationCase.subjectsAffected ?? undefined,
    article: facts.article,
    groundItem: violation.noticeGround,
    deadlines: {
      access: same(stamp(facts.accessDueAt ?? facts.issuedAt, zone)),
      plan: due('W-08'),
      return: due('W-10'),
      delete: due('W-11'),
      certificate: due('W-12'),
    },
    contact: contactOf(facts),
    objectUntil: due('W-08'),
    signedBy: { name: facts.signer.name, role: roleOf(facts) },
  })
}

const same = (words: string): Words => ({ zh: words, en: words })

/** A name and its other one, each in its own language. */
function names(name: string, alt: string | null): Words {
  return /\p{Script=Han}/u.test(name) ? { zh: name, en: alt ?? name } : { zh: alt ?? name, en: name }
}

function contactOf({ organisation, signer }: NoticeFacts): Words {
  const { unit } = organisation
  if (!unit) return same(signer.name)
  return same([unit.department, unit.lead, unit.phone, unit.email].filter(Boolean).join(', '))
}

function roleOf({ signer }: NoticeFacts): Words {
  const role = signer.roles.includes('compliance_head') ? 'compliance_head' : (signer.roles[0] ?? 'compliance_head')
  return { zh: translator('zh-CN')(`identity.role.${role}`), en: translator('en')(`identity.role.${role}`) }
}
