/** Says something politely to people who do not see the page; the region is in every document. */
export function announce(message: string) {
  const region = document.getElementById('announcer')
  if (!region) return
  region.textContent = ''
  requestAnimationFrame(() => (region.textContent = message))
}
