import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// Import directions. ARCHITECTURE.md draws the same picture. (regex, because '#' starts a comment in glob groups)
const SERVER = { regex: '\\.server(\\.ts)?$', message: 'No .server import here: this file must stay pure.' }
const DATABASE = { regex: '^(#db/|drizzle-orm|postgres)', message: 'Only app/domain/**/*.server.ts talks to the database.' }
const CLIENT = { regex: '^#db/client', message: 'Use ctx.db; only context.server.ts opens the database.' }
const OUTSIDE = { regex: '^(node:|pdfkit|nodemailer)', message: 'No I/O here: this file must stay pure.' }
const WEB = { regex: '^(@remix-run/|react|#app/(routes|ui|http|pdf)/)', message: 'The domain does not know about the web.' }
const ROUTES = { regex: '^#app/routes/', message: 'Nothing imports a route.' }
const ARIA = { regex: '^react-aria|/aria/', message: 'The portal loads without React Aria: what needs it lives in app/ui/aria.' }
// A type leaves nothing in the browser: only its module's code must stay away.
const typesMayCross = (pattern) => ({ ...pattern, allowTypeImports: true })
const ZOD = { regex: '^(zod|@conform-to/zod)', message: 'zod stays in input.ts and server files, out of the browser.' }

const inFiles = (files, patterns, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', ...ignores],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
})

// Pure code is told the time and the dice.
const CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take `now` as an argument.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take `now` as an argument.' },
]
const IMPURE = [
  ...CLOCK,
  { selector: 'CallExpression[callee.property.name=/^(random|randomUUID)$/]', message: 'Take the id as an argument.' },
  { selector: "MemberExpression[object.name='process']", message: 'Read configuration in app/platform.' },
]

// Words for people live in app/i18n, in both languages.
const WORDS = 'Words for people live in app/i18n: use t().'
const LITERAL_TEXT = [
  { selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]/]', message: WORDS },
  { selector: ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=/[A-Za-z\\u4e00-\\u9fff]/]', message: WORDS },
  {
    selector:
      ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/[A-Za-z\\u4e00-\\u9fff]/]',
    message: WORDS,
  },
  {
    selector: ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/[A-Za-z]{3}|[\\u4e00-\\u9fff]/]',
    message: WORDS,
  },
  {
    selector:
      'JSXAttribute[name.name=/^(aria-label|aria-description|alt|title|placeholder|label|hint|lede|aside|unit|verb|body|detail|office)$/] > Literal[value=/[A-Za-z\\u4e00-\\u9fff]/]',
    message: WORDS,
  },
]

// The portal's browser code has the words of app/i18n/*.portal.ts only.
const FOREIGN_WORDS = {
  selector: 'CallExpression[callee.name=/^t$/] > :matches(Literal[value=/^(?!(answer|common|errors|form|nav|portal|status|ui)[.])/], TemplateLiteral[quasis.0.value.raw=/^(?!(answer|common|errors|form|nav|portal|status|ui)[.])/])',
  message: 'The portal loads the words of app/i18n/*.portal.ts only.',
}

const restrict = (files, rules, ignores = []) => ({ files, ignores, rules: { 'no-restricted-syntax': ['error', ...rules] } })
const TESTS = ['**/*.test.ts', '**/*.test.tsx']

export default tseslint.config(
  { ignores: ['build', '.data', 'test-results'] },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', 300],
      'no-debugger': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['app/i18n/{en,zh-CN}/*.ts'], rules: { 'max-lines': 'off' } }, // words, not code
  inFiles(['app/domain/**/*.ts'], [SERVER, DATABASE, OUTSIDE, WEB], ['**/*.server.ts']),
  inFiles(['app/domain/**/*.ts'], [SERVER, DATABASE, OUTSIDE, WEB, ZOD], ['**/*.server.ts', '**/input.ts']),
  inFiles(['app/domain/**/*.server.ts'], [WEB, CLIENT], ['app/domain/context.server.ts', 'app/domain/notifier/{clock,housekeeping}.server.ts']), // the clock goes from organisation to organisation
  inFiles(['app/i18n/**', 'app/ui/aria/**'], [SERVER, DATABASE, OUTSIDE, ROUTES, ZOD]),
  inFiles(['app/ui/**'], [typesMayCross(SERVER), typesMayCross(DATABASE), OUTSIDE, ROUTES, ZOD, ARIA], ['app/ui/aria/**']),
  // who signs in is looked up in the same pipelined transaction that serves the request
  inFiles(['app/routes/**', 'app/http/**', 'app/pdf/**', 'app/jobs/**'], [DATABASE, ROUTES], ['app/http/{authed,*session}.server.ts']),
  inFiles(['app/routes/{portal,l}*', 'app/routes/{portal,l}*/**'], [DATABASE, ROUTES, ARIA]),
  inFiles(['db/**'], [SERVER, WEB], ['**/*.server.ts', 'db/seed/**']),
  restrict(['app/domain/**/*.ts', 'app/i18n/**/*.ts', 'app/ui/**/*.ts'], IMPURE, ['**/*.server.ts', ...TESTS]),
  restrict(['app/**/*.tsx'], [...LITERAL_TEXT, ...IMPURE], TESTS),
  restrict(['app/routes/portal*.tsx', 'app/routes/portal*/**/*.tsx'], [...LITERAL_TEXT, ...IMPURE, FOREIGN_WORDS], TESTS),
  { files: ['app/**/*.tsx', 'app/**/use-*.ts'], ...reactHooks.configs.flat.recommended },
)
