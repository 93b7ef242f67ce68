/** A thin bar filled to a share of 0 to 1; with `label` it tells a screen reader the percentage too. */
export function Bar({ share, label }: { share: number; label?: string }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  const role = label === undefined ? { 'aria-hidden': true } : { role: 'progressbar', 'aria-label': label, 'aria-valuenow': Math.round(width) }
  return (
    <svg className="bar" viewBox="0 0 100 1" preserveAspectRatio="none" {...role}>
      <rect width={width} height="1" />
    </svg>
  )
}
