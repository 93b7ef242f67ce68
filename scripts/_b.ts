import { agreementPdf } from '#app/pdf/agreement-pdf.server.ts'
import { draftAgreement } from '#app/domain/agreements/draft.ts'
import { agreementDigest } from '#app/domain/agreements/agreement-digest.server.ts'
import { exampleInput } from '#tests/support/agreement-example.ts'
import fs from 'node:fs'
const full = draftAgreement(exampleInput())
// five pages: cover, three pages of articles, signatures
const draft = {...full, articles: full.articles.slice(0,Number(process.env.N??9)), schedules: full.schedules.filter(s=>(process.env.S??'').includes(s.id))}
const digest = agreementDigest(draft)
const base: any = { draft, digest, issuedAt: new Date('2026-11-24T02:00:00Z'), zone: 'Asia/Shanghai', printed:'both', layout: 'stacked', signatures: []}
let b=agreementPdf(base); fs.writeFileSync('/tmp/five.pdf', b)
for(let i=0;i<30;i++) agreementPdf(base)
for (let r=0;r<3;r++){
const t=process.cpuUsage(), w=performance.now(); const n=400; for(let i=0;i<n;i++) agreementPdf(base)
const c=process.cpuUsage(t); console.log(b.length,'per wall s',(n/(performance.now()-w)*1000).toFixed(1),'per cpu s',(n/((c.user+c.system)/1e6)).toFixed(1))}
