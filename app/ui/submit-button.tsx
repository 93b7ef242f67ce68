import { useFormAction, useNavigation } from '@remix-run/react'
import { Button, type ButtonProps } from './button.tsx'

/** Sends the form it stands in and is busy while that form is on its way. `action` names the form's own address, if any. */
export function SubmitButton({ action, kind = 'main', ...rest }: ButtonProps & { action?: string }) {
  const navigation = useNavigation()
  const own = useFormAction(action)
  const path = (address: string | undefined) => address?.split('?')[0]
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST' && path(navigation.formAction) === path(own)
  const pressed = rest.name === undefined || navigation.formData?.get(rest.name) === rest.value
  return <Button {...rest} kind={kind} type="submit" busy={busy && pressed} />
}
