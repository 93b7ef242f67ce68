import { Checkbox } from '../form/checkbox.tsx'
import type { Fields } from '../form/use-fields.ts'
import { TextField } from '../form/text-field.tsx'

type SigningFieldsProps = {
  field: Fields<'name' | 'role' | 'consent'>['field']
  digest: string
  /** From the catalogue of the page that asks: the company's, or the portal's. */
  words: { digest: string; digestHint: string; roleHint: string; authority: string }
}

/** What a signer sees and states; the digest goes along, so that no other text can be signed. */
export function SigningFields({ field, digest, words }: SigningFieldsProps) {
  return (
    <>
      <div className="field">
        <span className="label">{words.digest}</span>
        <output className="mono digest">{digest}</output>
        <p className="hint">{words.digestHint}</p>
        <input type="hidden" name="digest" value={digest} />
      </div>
      <TextField field={field('name', { required: true })} autoComplete="name" />
      <TextField field={field('role', { required: true })} hint={words.roleHint} autoComplete="organization-title" />
      <Checkbox field={field('consent', { required: true })} label={words.authority} />
    </>
  )
}
