import type { printedText } from '#app/domain/agreements/read-agreement.server.ts'
import { ScheduleTable } from './schedule-table.tsx'

type Text = ReturnType<typeof printedText>
type AgreementTextProps = Text & {
  /** Words that company and portal pages each take from their own catalogue. */
  words: { schedules: string; empty: string }
  /** The first schedule is shown elsewhere on the page. */
  withoutFirst?: boolean
}

/** The whole agreement, Chinese and English side by side, one after the other on phones; clause ids stand in the margin. */
export function AgreementText({ sections, schedules, words, withoutFirst = false }: AgreementTextProps) {
  return (
    <div className="deed">
      {sections.map(({ id, title, articles }) => (
        <section key={id}>
          <h3>
            <span lang="zh-CN">{title.zh}</span> <span lang="en">{title.en}</span>
          </h3>
          {articles.map((article) => (
            <article key={article.id} id={article.id} aria-label={article.id}>
              <a className="clause" href={`#${article.id}`}>
                {article.id}
              </a>
              <Column lang="zh-CN" heading={`${article.heading.zh} ${article.title.zh}`} text={article.text.zh} />
              <Column lang="en" heading={`${article.heading.en} ${article.title.en}`} text={article.text.en} />
            </article>
          ))}
        </section>
      ))}
      <section>
        <h3>{words.schedules}</h3>
        {schedules.slice(withoutFirst ? 1 : 0).map((schedule) => (
          <details className="more" key={schedule.id} id={schedule.id}>
            <summary>
              <span lang="zh-CN">{schedule.title.zh}</span> <span lang="en">{schedule.title.en}</span>
            </summary>
            <ScheduleTable schedule={schedule} empty={words.empty} />
          </details>
        ))}
      </section>
    </div>
  )
}

function Column({ lang, heading, text }: { lang: 'zh-CN' | 'en'; heading: string; text: string }) {
  return (
    <div lang={lang}>
      <h4>{heading}</h4>
      <p className="lines">{text}</p>
    </div>
  )
}
