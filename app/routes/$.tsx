import { data } from '@remix-run/node'

/** Every address that nothing else answers. */
export const loader = () => {
  throw data({ code: 'not-found' }, 404)
}
export const action = loader

export default function NotFound() {
  return null
}
