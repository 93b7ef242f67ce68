import { readTemplate } from '#app/platform/templates.server.ts'
import type { AlertBook, AlertSeverity } from './alert.ts'
import { maySnooze } from './snooze.ts'

/** Whether the alert and the stage of a sent message allow a rest, by the table of alerts. */
export function maySnoozeMessage({ alert: id, stage, severity }: { alert: string; stage: string; severity: AlertSeverity }): boolean {
  const alert = readTemplate<AlertBook>('alerts/alerts.yaml').alerts.find((each) => each.id === id)
  if (!alert) return false
  return maySnooze(alert, { severity, mutable: alert.ladder.find((each) => each.stage === stage)?.mutable })
}
