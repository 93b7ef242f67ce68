import { z } from 'zod'

/** Six digits, however they were spaced or typed. */
export const CodeInput = z.object({
  code: z.preprocess(
    (value) => (typeof value === 'string' ? value.normalize('NFKC').replace(/[\s-]/g, '') : ''),
    z.string().min(1, 'form.required').regex(/^\d{6}$/, 'portal.link.codeDigits'),
  ),
})
