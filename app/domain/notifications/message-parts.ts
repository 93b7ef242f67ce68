type MessageParts = { what: string[]; rows: { label: string; value: string }[] }

/**
 * A message's plain text (mail-layout) taken apart for a page: its sentences, and its rows by their known labels. Heading,
 * button and footer are left out, since the page has its own.
 */
export function messageParts(text: string, labels: readonly string[]): MessageParts {
  const [, ...blocks] = (text.split('\n\n-- \n')[0] ?? '').trim().split('\n\n')
  const parts: MessageParts = { what: [], rows: [] }
  for (const line of blocks.filter((block) => !/^\s*https?:\/\//m.test(block)).flatMap((block) => block.split('\n'))) {
    const label = labels.find((each) => line.startsWith(`${each}: `) || line.startsWith(`${each}：`))
    if (label === undefined) parts.what.push(line)
    else parts.rows.push({ label, value: line.slice(label.length + 1).trim() })
  }
  return parts
}
