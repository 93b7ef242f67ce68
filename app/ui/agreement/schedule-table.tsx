import type { Schedule } from '#app/domain/agreements/schedules.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Body, Cell, Row, Table } from '../table/table.tsx'

type Bilingual = { zh: string; en: string }

/** A schedule in the reader's language, with its notes; wide ones scroll by themselves. */
export function ScheduleTable({ schedule, empty }: { schedule: Schedule; empty: string }) {
  const t = useT()
  const words = (text: Bilingual) => (t.locale === 'en' ? text.en : text.zh)
  return (
    <>
      {schedule.rows.length === 0 ? (
        <p className="muted">{schedule.emptyText ? words(schedule.emptyText) : empty}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={words(schedule.title)}>
          <Table label={words(schedule.title)} className="schedule" compact columns={schedule.columns.map((column) => ({ id: column.id, label: words(column) }))}>
            <Body>
              {schedule.rows.map((cells, index) => (
                <Row key={index}>
                  {cells.map((cell, column) => (
                    <Cell key={column} label={cell.zh === '' ? undefined : schedule.columns[column] && words(schedule.columns[column])}>
                      {words(cell)}
                    </Cell>
                  ))}
                </Row>
              ))}
            </Body>
          </Table>
        </div>
      )}
      {schedule.notes.map((note) => (
        <p className="small muted" key={note.en}>
          {words(note)}
        </p>
      ))}
    </>
  )
}
