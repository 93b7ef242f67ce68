import { ROLES } from '#app/domain/identity/actor.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import type { FormField } from '../form/form-field.ts'

/** Every role with one line on what it does; several add up. */
export function RoleChoice({ field }: { field: FormField }) {
  const t = useT()
  return (
    <CheckboxGroup
      field={field}
      choices={ROLES.map((role) => ({ value: role, label: t(`identity.role.${role}`), hint: t(`identity.role_does.${role}`) }))}
    />
  )
}
