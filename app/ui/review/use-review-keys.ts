import { useCallback, useEffect, useSyncExternalStore } from 'react'

const STORE = 'custodia.review-keys'
const CHANGED = 'custodia:review-keys'

/** Whether single keys act on the review page; kept in this browser. Off on the server and wherever nothing can be kept. */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (changed) => {
      window.addEventListener(CHANGED, changed)
      return () => window.removeEventListener(CHANGED, changed)
    },
    () => window.localStorage.getItem(STORE) !== 'off',
    () => false,
  )
  const set = useCallback((next: boolean) => {
    window.localStorage.setItem(STORE, next ? 'on' : 'off')
    window.dispatchEvent(new Event(CHANGED))
  }, [])
  return [on, set]
}

type Keys = { on: boolean; ids: string[]; current?: string; pick: (id: string) => void; help: () => void }

/** a approve, c ask, n note, j/k next and previous, u undo, ? help. Nothing happens while somebody types or holds a modifier. */
export function useReviewKeys({ on, ids, current, pick, help }: Keys) {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      const done = act(event.key)
      if (done) event.preventDefault()
    }
    const go = (step: number) => {
      const id = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(current ?? '') + step))]
      if (id === undefined) return false
      pick(id)
      document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
      return true
    }
    const act = (key: string): boolean => {
      switch (key) {
        case 'j':
          return go(1)
        case 'k':
          return go(-1)
        case 'a':
          return click(`#${current ?? 'none'} [data-key='a']`)
        case 'u':
          return click(`[data-key='u']`) || click(`#${current ?? 'none'} [data-key='u']`)
        case 'c':
          return focus('ask')
        case 'n':
          return focus('note')
        case '?':
          help()
          return true
        default:
          return false
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, ids, current, pick, help])
}

function click(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector)
  button?.click()
  return button !== null
}

function focus(id: string): boolean {
  const field = document.getElementById(id)
  field?.focus()
  return field !== null
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
