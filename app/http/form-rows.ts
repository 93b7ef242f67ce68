type Typed = Record<string, string | string[]>

/** What a press on a form's row button asks for: `contacts` adds a row, `contacts-remove-1` takes the second one out. */
export function changeRows(values: Typed, command: string): Typed {
  const [, list = '', index] = /^(\w+?)(?:-remove-(\d{1,3}))?$/.exec(command) ?? []
  if (index !== undefined) return withoutRow(values, list, Number(index))
  const next = 1 + Math.max(-1, ...Object.keys(values).flatMap((name) => indexIn(name, list) ?? []))
  return { ...values, [`${list}[${next}].added`]: 'on' }
}

/** How many rows of a list the typed values have. */
export function countRows(values: Typed, list: string): number {
  return 1 + Math.max(-1, ...Object.keys(values).flatMap((name) => indexIn(name, list) ?? []))
}

function withoutRow(values: Typed, list: string, gone: number): Typed {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const index = indexIn(name, list)
      if (index === undefined || index < gone) return [[name, value]]
      return index === gone ? [] : [[name.replace(`${list}[${index}]`, `${list}[${index - 1}]`), value]]
    }),
  )
}

function indexIn(name: string, list: string): number | undefined {
  const [, index] = name.startsWith(`${list}[`) ? (/\[(\d{1,3})\]\./.exec(name) ?? []) : []
  return index === undefined ? undefined : Number(index)
}
