import { placeToReturn } from './drafts.ts'

const TOAST_MS = 8_000

/** Small comforts of a page that works without them: copying, menus that close, messages that go, errors that take the focus. */
export function enliven() {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    const field = target.closest('.copy-field button')?.parentElement?.querySelector('input')
    if (field) void navigator.clipboard.writeText(field.value).then(() => field.select())
    target.closest('.toast .btn-sm')?.closest('.toast')?.remove()
    for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false
  })
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const menu of openMenus()) {
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
  })
  document.querySelector<HTMLElement>('.summary')?.focus()
  goBack()
  const toast = document.querySelector('.toast')
  if (toast) setTimeout(() => toast.remove(), TOAST_MS)
}

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.person[open]')

/** After a session has ended and the link was opened again: on to the very field, where the text waits. */
function goBack() {
  const { pathname } = window.location
  if (!/^\/portal\/assessments\/[0-9a-f-]{36}$/.test(pathname)) return
  const place = placeToReturn.take()
  if (place?.startsWith(`${pathname}/`)) window.location.replace(place)
}
