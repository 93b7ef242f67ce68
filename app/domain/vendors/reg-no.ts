import { checkCreditCode } from '#app/domain/questionnaires/credit-code.ts'

/** One way to write a registration number: compatibility forms folded, capitals, no spaces. */
export function cleanRegNo(regNo: string): string {
  return regNo.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}

/** A message key when the number cannot be one of that country: a Chinese one carries a check digit (GB 32100-2015). */
export function regNoProblem(regNo: string, country: string): 'vendors.reg_no.wrong' | undefined {
  return country === 'CN' && !checkCreditCode(regNo) ? 'vendors.reg_no.wrong' : undefined
}

const LEGAL_FORMS =
  /(股份有限公司|有限责任公司|有限公司|集团|\bco\b\.?,?|\bcompany\b|\bltd\b\.?|\blimited\b|\binc\b\.?|\bllc\b|\bgmbh\b|\bcorp(oration)?\b\.?|\bplc\b|\bs\.?a\.?\b)/giu

/** What is left of a name to tell companies apart: without its legal form and punctuation. */
export function nameCore(name: string): string {
  return name.normalize('NFKC').replace(LEGAL_FORMS, ' ').replace(/[()（）,，.。·]/gu, ' ').replace(/\s+/g, ' ').trim()
}
