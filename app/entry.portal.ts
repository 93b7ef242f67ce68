import { isLocale } from './i18n/locale.ts'
import { enliven } from './ui/portal/enliven.ts'
import { LIVE_QUESTIONS } from './ui/portal/live-props.ts'

const { lang } = document.documentElement
const place = document.getElementById(LIVE_QUESTIONS)

enliven()
if (place) await import('./ui/portal/mount-questions.tsx').then(({ mountQuestions }) => mountQuestions(place, isLocale(lang) ? lang : 'en'))
