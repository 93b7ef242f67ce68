import fs from 'node:fs'
import { agreementPdf } from '#app/pdf/agreement-pdf.server.ts'
import { draftAgreement } from '#app/domain/agreements/draft.ts'
import { agreementDigest } from '#app/domain/agreements/agreement-digest.server.ts'
import { exampleInput } from '#tests/support/agreement-example.ts'
const draft = draftAgreement(exampleInput())
const digest = agreementDigest(draft)
const base = { draft, digest, issuedAt: new Date('2026-11-24T02:00:00Z'), zone: 'Asia/Shanghai',
 signatures: [{party:'company' as const,name:'周敏',role:'合规负责人',signedAt:new Date('2026-11-24T02:32:05Z'),method:'click' as const,digest}] }
for (const [n,o] of Object.entries({both:{printed:'both',layout:'stacked'},side:{printed:'both',layout:'side_by_side'},zh:{printed:'zh',layout:'stacked'},en:{printed:'en',layout:'stacked'}})) {
  const t=performance.now(); const b=agreementPdf({...base,...o} as any); console.log(n,b.length,(performance.now()-t).toFixed(1)); fs.writeFileSync('/tmp/pdf_'+n+'.pdf',b)
}
