import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { TranslateProvider } from '#app/i18n/use-t.tsx'
import { SignedOutForm } from './signed-out-form.tsx'

const html = (form: Partial<Parameters<typeof SignedOutForm>[0]['form']>, locale: 'en' | 'zh-CN' = 'en') =>
  renderToStaticMarkup(
    <TranslateProvider t={translator(locale)}>
      <SignedOutForm form={{ action: '/vendors/new', fields: [], from: '/vendors', hadFiles: false, ...form }} />
    </TranslateProvider>,
  )

test('holds every field as it was typed, in order, and sends it where it was going', () => {
  const page = html({ fields: [['title', '第一行\n第二行 "x" <b>'], ['roles', 'legal'], ['roles', 'admin']] })
  expect(page).toContain('<form method="post" action="/vendors/new"')
  expect([...page.matchAll(/<input type="hidden" name="(\w+)"/g)].map((match) => match[1])).toEqual(['title', 'roles', 'roles', '_from'])
  expect(page).toContain('value="第一行\n第二行 &quot;x&quot; &lt;b&gt;"')
})

test('says in both languages what happened, leads to sign-in beside it, and speaks of files only if there were any', () => {
  expect(html({})).toContain('kept on this page')
  expect(html({}, 'zh-CN')).toContain('已填内容保留在此页')
  expect(html({})).toMatch(/<a [^>]*href="\/sign-in" target="_blank"/)
  expect(html({})).not.toContain('cannot be kept')
  expect(html({ hadFiles: true })).toContain('cannot be kept')
})
